(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const button = document.querySelector(".theme");
  const isDark = () => {
    const asked = root.getAttribute("data-theme");
    return asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.setAttribute("data-theme", isDark() ? "light" : "dark");
    show();
    document.dispatchEvent(new Event("themechange"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    show();
    document.dispatchEvent(new Event("themechange"));
  });
  show();
})();
