export default function Room3d() { return null; }
