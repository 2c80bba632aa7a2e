/** The same in both ears: whatever comes through a node from here on has one channel. */
export const inMono = (node: AudioNode, isMono: boolean): void => {
  if ((node.channelCountMode === 'explicit') === isMono) return;
  [node.channelCount, node.channelCountMode] = isMono ? [1, 'explicit'] : [2, 'max'];
};
