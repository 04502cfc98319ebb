(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { t, s, states, sides } = data;
  const pageSize = 50;
  const language = document.documentElement.lang;
  const get = (id) => document.getElementById(id);
  const digits = new Intl.NumberFormat(`${language}-u-nu-latn`);
  const number = (value) => digits.format(value);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, index) => values[index]);
  const element = (tag, className, ...children) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const bdi = (text) => element("bdi", "", text);
  const distance = (metres) =>
    metres < 0
      ? t["planner.unknown"]
      : metres < 1000
        ? fill(t["planner.metres"], number(metres))
        : fill(t["planner.kilometres"], (metres / 1000).toFixed(1));

  // A column: its head, what sorts it, what fills its cell.
  const text = (head, index) => ({ head, sort: (row) => s[row[index]], cell: (row) => bdi(s[row[index]]) });
  const figure = (head, index, show) => ({
    head,
    isNumber: true,
    sort: (row) => row[index],
    cell: (row) => document.createTextNode((show ?? number)(row[index])),
  });
  const pseudonym = {
    head: "planner.learner",
    sort: (row) => row[1],
    cell: (row) => element("bdi", "pseudonym", row[1]),
  };
  // A short time stays on one line; a long one may break.
  const slot = {
    ...text("planner.slot", 7),
    cell: (row) => element("bdi", s[row[7]].length < 24 ? "nowrap" : "", s[row[7]]),
  };
  const clearance = {
    head: "planner.clearance",
    sort: (row) => row[8],
    cell: (row) => {
      const state = element("span", `state state-${row[8]}`, states[row[8]]);
      if (s[row[9]]) state.title = s[row[9]];
      return state;
    },
  };
  const views = {
    placed: {
      rows: data.p,
      columns: [
        pseudonym,
        text("planner.city", 0),
        text("opportunity", 2),
        text("provider", 3),
        figure("affinity.total", 4),
        figure("price", 5),
        figure("planner.distance", 6, distance),
        slot,
        clearance,
      ],
      words: (row) => `${row[1]} ${s[row[2]]} ${s[row[3]]} ${s[row[7]]}`,
      explain: true,
    },
    unplaced: {
      rows: data.u,
      columns: [pseudonym, text("planner.city", 0), text("planner.reason", 2), text("planner.nearest", 3)],
      words: (row) => `${row[1]} ${s[row[2]]} ${s[row[3]]}`,
      explain: false,
    },
  };
  let view = "placed";
  let page = 0;
  let order = { column: 0, descending: false };
  let rows = [];
  const opened = new Set();

  const select = () => {
    const { rows: all, columns, words } = views[view];
    const city = get("city").value;
    const state = view === "placed" ? get("clearance").value : "";
    const least = view === "placed" ? Number(get("least").value) : 0;
    const asked = get("search").value.trim().toLocaleLowerCase();
    rows = all.filter(
      (row) =>
        (city === "" || s[row[0]] === city) &&
        (state === "" || row[8] === Number(state)) &&
        (!least || row[4] >= least) &&
        (!asked || words(row).toLocaleLowerCase().includes(asked)),
    );
    const { sort, isNumber } = columns[order.column];
    const compare = isNumber ? (a, b) => a - b : collate;
    const sign = order.descending ? -1 : 1;
    rows.sort((a, b) => sign * compare(sort(a), sort(b)));
    page = Math.min(page, Math.max(0, Math.ceil(rows.length / pageSize) - 1));
    draw();
  };
  const collator = new Intl.Collator(language, { numeric: true });
  const collate = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

  const head = () => {
    const row = element("tr");
    views[view].columns.forEach((column, index) => {
      const cell = element("th", column.isNumber ? "end" : "");
      cell.scope = "col";
      if (index === order.column) cell.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      const button = element("button", "", t[column.head]);
      button.type = "button";
      button.addEventListener("click", () => {
        order = { column: index, descending: index === order.column ? !order.descending : Boolean(column.isNumber) };
        page = 0;
        select();
        get("rows").querySelectorAll("thead button")[index].focus();
      });
      cell.append(button);
      row.append(cell);
    });
    if (views[view].explain) {
      const cell = element("th", "", element("span", "sr", t["planner.details"]));
      cell.scope = "col";
      row.append(cell);
    }
    return element("thead", "", row);
  };

  const why = (row) => {
    const points = element("div", "", element("h3", "", `${t["planner.why"]}: ${number(row[4])} ${t["price.points"]}`));
    const lines = row[10];
    for (let i = 0; i < lines.length; i += 3) {
      const side = ["learner", "city", "bonus"][lines[i]];
      const meter = element("div", "meter", element("span", `bar bar-${side} w${lines[i + 2] && Math.max(1, Math.round(lines[i + 2] / 10))}`));
      const name = element("span", "", element("span", `key key-${side}`), bdi(s[lines[i + 1]]), " ", element("span", "soft", sides[lines[i]]));
      points.append(element("div", "line", name, meter, element("span", "num", number(lines[i + 2]))));
    }
    const others = element("div");
    const other = row[11];
    if (other) {
      const sentence = s[other[4]]
        ? fill(t["planner.whynot.rule"], s[other[0]], s[other[4]])
        : fill(t["planner.whynot.price"], s[other[0]], number(other[2]), number(other[1]), number(other[3]));
      const told = element("p", "", sentence);
      told.dir = "auto";
      others.append(element("h3", "", t["planner.whynot"]), told);
    }
    const note = s[row[9]];
    if (note) {
      const told = element("p", "", note);
      told.dir = "auto";
      others.append(element("h3", "", t["planner.clearance"]), told);
    }
    return element("div", "why", points, others);
  };

  const line = (body, row, span) => {
    const tr = element("tr");
    views[view].columns.forEach((column, index) => {
      const cell = element(index === 0 ? "th" : "td", column.isNumber ? "end" : "", column.cell(row));
      if (index === 0) cell.scope = "row";
      cell.dataset.label = t[column.head];
      tr.append(cell);
    });
    body.append(tr);
    if (!views[view].explain) return;
    const button = element("button", "explain", t["planner.details"]);
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    let more;
    const toggle = (isOpen) => {
      button.setAttribute("aria-expanded", String(isOpen));
      tr.classList.toggle("open", isOpen);
      if (isOpen) {
        const cell = element("td", "", why(row));
        cell.colSpan = span;
        more = element("tr", "more", cell);
        tr.after(more);
        opened.add(row);
      } else {
        more?.remove();
        opened.delete(row);
      }
    };
    button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") === "false"));
    tr.append(element("td", "", button));
    if (opened.has(row)) toggle(true);
  };

  const draw = () => {
    const table = element("table", "rows stack");
    table.append(element("caption", "sr", view === "placed" ? t["planner.placements"] : t["planner.unplaced"]));
    table.append(head());
    const body = element("tbody");
    const from = page * pageSize;
    const span = views[view].columns.length + 1;
    rows.slice(from, from + pageSize).forEach((row) => line(body, row, span));
    if (rows.length === 0) {
      const cell = element("td", "soft", t["planner.none"]);
      cell.colSpan = span;
      body.append(element("tr", "", cell));
    }
    table.append(body);
    get("rows").replaceChildren(table);
    get("range").textContent = fill(
      t["planner.rows"],
      number(rows.length === 0 ? 0 : from + 1),
      number(Math.min(from + pageSize, rows.length)),
      number(rows.length),
    );
    get("previous").disabled = page === 0;
    get("next").disabled = from + pageSize >= rows.length;
  };

  const turn = (step) => {
    page += step;
    draw();
    get("rows").scrollIntoView({ block: "nearest" });
  };
  const choose = (name) => {
    view = name;
    page = 0;
    order = { column: 0, descending: false };
    for (const other of ["placed", "unplaced"]) {
      const tab = get(`tab-${other}`);
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
    get("rows").setAttribute("aria-labelledby", `tab-${name}`);
    get("filters").classList.toggle("unplaced", name === "unplaced");
    select();
  };

  const cities = new Set([...data.p, ...data.u].map((row) => s[row[0]]));
  for (const city of cities) get("city").add(new Option(city, city));
  get("previous").addEventListener("click", () => turn(-1));
  get("next").addEventListener("click", () => turn(1));
  for (const name of ["placed", "unplaced"]) {
    get(`tab-${name}`).addEventListener("click", () => choose(name));
    get(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      choose(view === "placed" ? "unplaced" : "placed");
      get(`tab-${view}`).focus();
    });
  }
  const selectAnew = () => {
    page = 0;
    select();
  };
  get("filters").addEventListener("input", selectAnew);
  for (const list of ["city", "clearance"]) get(list).addEventListener("change", selectAnew);
  get("filters").addEventListener("submit", (event) => event.preventDefault());
  get("filters").addEventListener("reset", () => {
    setTimeout(selectAnew);
  });
  select();
})();
