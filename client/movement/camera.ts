let current = Math.PI;

/** Which way the 3D camera looks over the floor, as a layout's heading; north until a scene says otherwise. */
export const cameraHeading = (): number => current;
export const setCameraHeading = (heading: number): void => {
  current = heading;
};
