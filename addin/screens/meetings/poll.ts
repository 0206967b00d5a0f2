/** How long to wait before looking again: three seconds at first, then longer, so that watching costs little. */
export function pauseSeconds(looks: number): number {
  return Math.min(3 + looks, 15);
}
