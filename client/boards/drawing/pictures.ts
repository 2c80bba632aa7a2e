import { exportToBlob, exportToSvg } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { Pictures } from '../visit.ts';

const PADDING = 24;
const WHITE = '#ffffff';
/** How many points of a picture a unit of the board has: text is sharp on paper. */
const SCALE = 2;

/** Pictures of all that is drawn, light, as wide as it is. */
export const picturesOf = (api: ExcalidrawImperativeAPI): Pictures => {
  const drawn = () => ({ elements: api.getSceneElements(), files: api.getFiles(), exportPadding: PADDING, appState: { exportBackground: true, viewBackgroundColor: WHITE, exportWithDarkMode: false } });
  return {
    png: () => exportToBlob({ ...drawn(), mimeType: 'image/png', getDimensions: (width: number, height: number) => ({ width: width * SCALE, height: height * SCALE, scale: SCALE }) }),
    svg: async () => new Blob([(await exportToSvg(drawn())).outerHTML], { type: 'image/svg+xml' }),
  };
};
