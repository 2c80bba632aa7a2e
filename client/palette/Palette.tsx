export default function Palette(_: { readonly search: string; readonly onClose: () => void }) { return null; }
