import { message } from '#shared/kernel/message.ts';

export const viewSettings = {
  quality: message('view3d.quality', 'Detail of the picture'),
  quality_automatic: message('view3d.quality.automatic', 'Automatic'),
  quality_A: message('view3d.quality.A', 'Most'),
  quality_B: message('view3d.quality.B', 'Much'),
  quality_C: message('view3d.quality.C', 'Medium'),
  quality_D: message('view3d.quality.D', 'Little'),
  quality_E: message('view3d.quality.E', 'Least'),
  qualityMeans: message('view3d.qualityMeans', 'Automatic: as much as stays smooth on this device.'),
  fieldOfView: message('view3d.fieldOfView', 'Angle of view'),
  fieldOfView_narrow: message('view3d.fieldOfView.narrow', 'Narrow'),
  fieldOfView_usual: message('view3d.fieldOfView.usual', 'Usual'),
  fieldOfView_wide: message('view3d.fieldOfView.wide', 'Wide'),
  fieldOfViewMeans: message('view3d.fieldOfViewMeans', 'A wide angle shows more at once; a narrow one moves less at its edges.'),
  turning: message('view3d.turning', 'The camera turns with you'),
  turning_off: message('view3d.turning.off', 'No'),
  turning_gentle: message('view3d.turning.gentle', 'Slowly'),
  turning_usual: message('view3d.turning.usual', 'Usual'),
  turning_quick: message('view3d.turning.quick', 'Quickly'),
  turningMeans: message('view3d.turningMeans', 'As you walk. With No it turns only when you drag the picture or use the look buttons. Where motion is Still, it turns in one step.'),
} as const;
