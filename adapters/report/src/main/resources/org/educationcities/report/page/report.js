(() => {
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const digits = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`);
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // Shapes beside colours, so that a place's kind never hangs on colour alone.
  L.Canvas.include({
    _updateShape(layer) {
      if (!this._drawing || layer._empty()) return;
      const { x, y } = layer._point;
      const r = layer._radius;
      const pen = this._ctx;
      pen.beginPath();
      if (layer.options.kind === 0) {
        pen.arc(x, y, r, 0, Math.PI * 2, false);
      } else if (layer.options.kind === 1) {
        pen.moveTo(x, y - r * 1.3);
        pen.lineTo(x + r * 1.3, y);
        pen.lineTo(x, y + r * 1.3);
        pen.lineTo(x - r * 1.3, y);
        pen.closePath();
      } else {
        pen.moveTo(x, y - r * 1.15);
        pen.lineTo(x + r * 1.15, y + r * 0.9);
        pen.lineTo(x - r * 1.15, y + r * 0.9);
        pen.closePath();
      }
      this._fillStroke(pen, layer);
    },
  });
  const Marker = L.CircleMarker.extend({
    _updatePath() {
      this._renderer._updateShape(this);
    },
  });

  const looks = (kind) => [
    { radius: 5.5, fillColor: color("--school"), fillOpacity: 0.92, color: color("--card"), weight: 1 },
    { radius: 6, fillColor: color("--tapped"), fillOpacity: 0.92, color: color("--card"), weight: 1 },
    { radius: 5.5, fillColor: color("--card"), fillOpacity: 0.75, color: color("--untapped"), weight: 2 },
  ][kind];

  class CityMap {
    constructor(city) {
      this.city = city;
      this.box = city.querySelector(".map");
      this.form = city.querySelector(".filters");
      this.status = this.form.querySelector(".status");
      this.places = [...city.querySelectorAll(".places tbody tr")].map((row) => ({
        row,
        kind: Number(row.dataset.k),
        at: [Number(row.dataset.y), Number(row.dataset.x)],
        name: row.querySelector("th bdi").textContent,
        sort: row.cells[1].querySelector("bdi").textContent,
        mark: row.querySelector(".gen")?.textContent ?? "",
        topics: [...row.querySelectorAll(".topic")].map((topic) => topic.textContent),
      }));
      this.localities = [...city.querySelectorAll(".localities li")].map((item) => ({
        name: item.querySelector("bdi").textContent,
        at: [Number(item.dataset.y), Number(item.dataset.x)],
        people: Number(item.dataset.n),
      }));
      this.draw();
      this.offerTopics();
      this.form.addEventListener("input", () => this.filter());
      this.form.elements.topic.addEventListener("change", () => this.filter());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.querySelector(".fit").addEventListener("click", () => this.fit());
      this.filter();
    }

    draw() {
      this.map = L.map(this.box, {
        preferCanvas: true,
        attributionControl: false,
        zoomControl: false,
        zoomSnap: 0.25,
        scrollWheelZoom: false,
        minZoom: 7,
        maxZoom: 18,
      });
      // The wheel scrolls the page until somebody has taken hold of the map.
      this.map.on("focus", () => this.map.scrollWheelZoom.enable());
      this.map.on("blur", () => this.map.scrollWheelZoom.disable());
      const { in: zoomInTitle, out: zoomOutTitle, close } = this.box.dataset;
      L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(this.map);
      L.control.scale({ imperial: false }).addTo(this.map);
      this.map.on("popupopen", ({ popup }) =>
        popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", close),
      );
      this.map.createPane("fabric").style.zIndex = 350;
      this.fabric = L.canvas({ pane: "fabric", padding: 0.3 });
      this.shapes = L.canvas({ padding: 0.3, tolerance: 4 });
      this.fit();
      // Where a city is one locality, its places tell its shape better than a circle would.
      const isOne = this.localities.length === 1;
      this.blots = [
        ...this.localities
          .filter((locality) => locality.people > 0 && !isOne)
          .map((locality) => {
            const perSquareKilometre = locality.people > 20000 ? 7000 : 1200;
            const metres = 1000 * Math.sqrt(locality.people / perSquareKilometre / Math.PI);
            return this.blot(locality.at, metres);
          }),
        ...this.places.map((place) => this.blot(place.at, isOne ? 650 : 320)),
      ];
      for (const place of this.places) {
        place.marker = new Marker(place.at, { ...looks(place.kind), kind: place.kind, renderer: this.shapes });
        place.marker.bindTooltip(() => element("bdi", "", place.name), { direction: "top", offset: [0, -6] });
        place.marker.bindPopup(() => this.card(place), { maxWidth: 260 });
      }
      this.names();
    }

    blot(at, metres) {
      return L.circle(at, {
        radius: metres,
        stroke: false,
        fillColor: color("--fabric"),
        fillOpacity: 1,
        interactive: false,
        renderer: this.fabric,
      }).addTo(this.map);
    }

    names() {
      // A city of one locality is named in its heading already.
      const named = this.localities.length > 1 ? this.localities : [];
      this.labels = [...named]
        .sort((a, b) => b.people - a.people)
        .map((locality, index) => {
          const text = element("span");
          text.append(element("bdi", "", locality.name));
          const marker = L.marker(locality.at, {
            icon: L.divIcon({ className: index < 3 ? "name-label big" : "name-label", iconSize: [0, 0], html: text }),
            interactive: false,
            keyboard: false,
          }).addTo(this.map);
          return { marker, text };
        });
      this.map.on("zoomend moveend resize", () => this.thinNames());
      requestAnimationFrame(() => this.thinNames());
    }

    // The most populous names first; a name that would lie upon another waits for a closer look.
    thinNames() {
      const taken = [];
      for (const { marker, text } of this.labels) {
        const box = text.getBoundingClientRect();
        const meets = taken.some(
          (other) =>
            box.left < other.right + 6 &&
            box.right > other.left - 6 &&
            box.top < other.bottom + 2 &&
            box.bottom > other.top - 2,
        );
        marker.getElement()?.classList.toggle("off", meets);
        if (!meets) taken.push(box);
      }
    }

    card(place) {
      const card = element("div");
      card.dir = "auto";
      card.append(element("strong", "", place.name));
      const line = element("p");
      line.append(element("bdi", "", place.sort));
      if (place.mark) line.append(" ", element("span", "gen", place.mark));
      card.append(line);
      if (place.topics.length) {
        const topics = element("p");
        for (const topic of place.topics) topics.append(element("bdi", "topic", topic), " ");
        card.append(topics);
      }
      return card;
    }

    offerTopics() {
      const topics = new Set(this.places.flatMap((place) => place.topics));
      const select = this.form.elements.topic;
      const language = document.documentElement.lang;
      [...topics].sort((a, b) => a.localeCompare(b, language)).forEach((topic) => select.add(new Option(topic, topic)));
    }

    filter() {
      const kinds = new Set([...this.form.querySelectorAll("[name=layer]:checked")].map((box) => Number(box.value)));
      const topic = this.form.elements.topic.value;
      const asked = this.form.elements.search.value.trim().toLocaleLowerCase();
      let shown = 0;
      for (const place of this.places) {
        const isShown =
          kinds.has(place.kind) &&
          (!topic || place.topics.includes(topic)) &&
          (!asked || `${place.name} ${place.sort}`.toLocaleLowerCase().includes(asked));
        place.row.hidden = !isShown;
        if (isShown) {
          shown++;
          if (!this.map.hasLayer(place.marker)) place.marker.addTo(this.map);
        } else {
          place.marker.remove();
        }
      }
      this.box.dataset.shown = shown;
      this.status.textContent = this.status.dataset.text
        .replace("{0}", digits.format(shown))
        .replace("{1}", digits.format(this.places.length));
    }

    fit() {
      const points = [...this.places, ...this.localities].map((spot) => spot.at);
      if (points.length === 0) {
        this.map.setView([0, 0], 7);
      } else {
        this.map.fitBounds(L.latLngBounds(points), { padding: [26, 26], maxZoom: 15, animate: false });
      }
    }

    goTo(place) {
      this.form.reset();
      this.filter();
      this.box.scrollIntoView({ block: "center" });
      this.map.setView(place.at, Math.max(this.map.getZoom(), 15), { animate: false });
      place.marker.openPopup();
    }

    recolour() {
      for (const place of this.places) place.marker.setStyle(looks(place.kind));
      for (const blot of this.blots) blot.setStyle({ fillColor: color("--fabric") });
    }
  }

  const makeTabs = (group) => {
    const list = element("div", "tablist");
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", group.dataset.label);
    const tabs = [...group.querySelectorAll(":scope > .panel")].map((panel) => {
      const tab = element("button", "", panel.querySelector(".panel-name").textContent);
      tab.type = "button";
      tab.id = `${panel.id}-tab`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      list.append(tab);
      return { tab, panel };
    });
    const choose = (chosen) =>
      tabs.forEach(({ tab, panel }, index) => {
        tab.setAttribute("aria-selected", String(index === chosen));
        tab.tabIndex = index === chosen ? 0 : -1;
        panel.hidden = index !== chosen;
      });
    tabs.forEach(({ tab }, index) => tab.addEventListener("click", () => choose(index)));
    list.addEventListener("keydown", (event) => {
      const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      const now = tabs.findIndex(({ tab }) => tab === document.activeElement);
      const next = { [forward]: now + 1, [back]: now - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const chosen = (next + tabs.length) % tabs.length;
      choose(chosen);
      tabs[chosen].tab.focus();
    });
    group.prepend(list);
    choose(0);
  };

  const cities = [...document.querySelectorAll(".city")];
  const maps = new Map();

  const makeNamesButtons = (city) => {
    for (const place of maps.get(city).places) {
      const name = place.row.querySelector("th bdi");
      const button = element("button", "", name.textContent);
      button.type = "button";
      button.addEventListener("click", () => maps.get(city).goTo(place));
      name.replaceChildren(button);
    }
  };

  const show = (city) => {
    for (const other of cities) other.hidden = other !== city;
    for (const link of document.querySelectorAll(".city-nav a")) {
      if (link.hash === `#${city.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (!maps.has(city)) {
      maps.set(city, new CityMap(city));
      makeNamesButtons(city);
    } else {
      maps.get(city).map.invalidateSize();
    }
  };

  const follow = (isFirst) => {
    const city = cities.find((candidate) => `#${candidate.id}` === location.hash);
    if (city) {
      show(city);
      city.scrollIntoView();
      city.focus({ preventScroll: true });
    } else if (isFirst) {
      show(cities[0]);
    }
  };

  document.querySelectorAll(".tabs").forEach(makeTabs);
  for (const overview of document.querySelectorAll(".overview")) {
    const light = (number) => {
      overview.classList.toggle("some", number !== undefined);
      overview.querySelectorAll(".dot").forEach((dot) => dot.classList.toggle("lit", dot.dataset.c === number));
    };
    overview.querySelectorAll("a").forEach((link) => {
      link.addEventListener("pointerenter", () => light(link.dataset.c));
      link.addEventListener("pointerleave", () => light(undefined));
      link.addEventListener("focus", () => light(link.dataset.c));
      link.addEventListener("blur", () => light(undefined));
    });
  }
  document.addEventListener("themechange", () => maps.forEach((map) => map.recolour()));
  addEventListener("hashchange", () => follow(false));
  // A city that is open already is gone to again when its name is chosen again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#city-']");
    const target = link?.getAttribute("href");
    if (target && target === location.hash) follow(false);
  });
  follow(true);
})();
