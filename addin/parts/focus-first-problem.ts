/** After a refusal: the first field that was refused, so that nobody has to look for it. */
export function focusFirstProblem(): void {
  // Once React has drawn the problems.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
