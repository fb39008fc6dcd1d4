/** Whether a program that a test starts is here; where nothing may be skipped, it has to be. */
export function installed(program: string): boolean {
  if (Bun.which(program, { PATH: `${process.env.PATH}:/usr/sbin:/sbin` }) !== null) return true;
  if (process.env.NLMON_REQUIRE_ALL === "1") throw new Error(`${program} is not installed`);
  console.log(`${program} is not installed: the tests that start it are left out`);
  return false;
}
