/** A value that follows a goal without overshooting. */
export interface Spring {
  value: number;
  speed: number;
}

export const spring = (value: number): Spring => ({ value, speed: 0 });

/** Critically damped: about `smoothing` seconds to come near, and never faster than `most` a second. */
export const follow = (it: Spring, goal: number, smoothing: number, seconds: number, most = Infinity): void => {
  const omega = 2 / smoothing;
  const decay = Math.exp(-omega * seconds);
  const off = it.value - goal;
  const drift = (it.speed + omega * off) * seconds;
  const before = it.value;
  it.speed = (it.speed - omega * drift) * decay;
  it.value = goal + (off + drift) * decay;
  if (Math.abs(it.value - before) <= most * seconds) return;
  it.speed = Math.sign(it.value - before) * most;
  it.value = before + it.speed * seconds;
};

export const cutTo = (it: Spring, goal: number): void => {
  it.value = goal;
  it.speed = 0;
};

export const wrapAngle = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));
