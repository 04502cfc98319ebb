/**
 * Webhooks by <a href="https://www.standardwebhooks.com">Standard Webhooks</a>: the channel that
 * posts them, and the verifier for who receives them. What receivers use needs the JDK alone.
 */
@NullMarked
package org.educationcities.notify.webhook;

import org.jspecify.annotations.NullMarked;
