/** Loaded into each process before its own code: whoever loses the supervisor, be it by SIGKILL, ends as well. */
export const supervisor = process.ppid;

setInterval(() => {
  if (process.ppid !== supervisor) process.exit(1);
}, 1000).unref();
