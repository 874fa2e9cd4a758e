/**
 * Links in drawings. Material's instant navigation takes no notice of those, and the browser loads
 * the whole page anew; so a link of HTML is pressed in their place.
 */

export function followDrawnLinks(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    const drawn = event.target.closest(".sima-local a");
    if (!(drawn instanceof SVGAElement)) return;
    event.preventDefault();
    const link = document.createElement("a");
    link.href = drawn.href.baseVal;
    document.body.append(link);
    link.click();
    link.remove();
  });
}
