/** A way out, as one sees it on coming in: a fact of the room, the same for all who are there, wherever they look now. */
export type Side = 'left' | 'ahead' | 'right' | 'behind';

/** Which way something lies from the room's middle, ahead being north (−z), where newcomers face. */
export const sideOf = ({ x, z }: { readonly x: number; readonly z: number }): Side => {
  const degrees = (Math.atan2(x, -z) * 180) / Math.PI;
  if (Math.abs(degrees) <= 20) return 'ahead';
  if (Math.abs(degrees) >= 135) return 'behind';
  return degrees < 0 ? 'left' : 'right';
};
