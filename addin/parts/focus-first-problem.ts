/** After a refusal: the first field that was refused and why, so that nobody has to look for it. */
export function focusFirstProblem(): void {
  // Once React has drawn the problems.
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field === null) return;
    field.focus();
    sentenceOf(field)?.scrollIntoView({ block: 'nearest' });
  });
}

function sentenceOf(field: HTMLElement): HTMLElement | null {
  const described =
    field.getAttribute('aria-describedby') ?? field.closest('fieldset')?.getAttribute('aria-describedby');
  const [problem = ''] = described?.split(' ') ?? [];
  return document.getElementById(problem);
}
