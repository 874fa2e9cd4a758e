/**
 * A page names the scripts that bring it to life. Were they in its content, Material would put
 * them there anew on each visit, and keep every one of these pages in memory. It keeps what it
 * took off the screen, too; so that is emptied.
 */

let live: HTMLElement[] = [];

export function bringToLife(): void {
  for (const host of live.filter((host) => !host.isConnected)) {
    host.dispatchEvent(new Event("sima-leave"));
    host.replaceChildren();
  }
  live = live.filter((host) => host.isConnected);
  for (const host of document.querySelectorAll<HTMLElement>("[data-sima-scripts]")) {
    for (const src of (host.dataset["simaScripts"] ?? "").split(" ")) {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      script.addEventListener("load", () => script.remove(), { once: true });
      document.head.append(script);
    }
    host.removeAttribute("data-sima-scripts");
    live.push(host);
  }
}
