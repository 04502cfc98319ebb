/**
 * HSDS 3.x (Open Referral's Human Services Data Specification): organizations, services and
 * locations become the resources of a city. Contacts, telephone numbers and addresses of people are
 * not read.
 */
@NullMarked
package org.educationcities.hsds;

import org.jspecify.annotations.NullMarked;
