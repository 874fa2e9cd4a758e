/** The button that copies a REF-ID. */

const SHOWN = 1500; // milliseconds that the button says what it has done

export function copyIds(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-sima-copy]");
    if (button !== null) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset["simaCopy"] ?? "");
  } catch {
    copySelected(button); // where the page is not served by https
  }
  const label = button.getAttribute("aria-label") ?? "";
  const done = button.dataset["simaCopied"] ?? "";
  if (label === done) return; // pressed again while it says so
  button.dataset["done"] = "";
  button.setAttribute("aria-label", done);
  setTimeout(() => {
    delete button.dataset["done"];
    button.setAttribute("aria-label", label);
  }, SHOWN);
}

function copySelected(button: HTMLElement): void {
  const code = button.parentElement?.querySelector("code");
  const selection = getSelection();
  if (!code || !selection) return;
  selection.selectAllChildren(code);
  document.execCommand("copy");
  selection.removeAllRanges();
}
