import { BufferAttribute, BufferGeometry, Color, CustomBlending, FramebufferTexture, Group, LinearSRGBColorSpace, Mesh, OneFactor, ShaderMaterial, Vector2, ZeroFactor, type WebGLRenderer } from 'three';
import { lines, lineWidth } from './outlines.rules.ts';
import { linesFragment, unmarkFragment, wholeVertex } from './outlines.shader.ts';

/** Of fewer pixels a line would not reach its colour. */
const narrowest = 1.5;

/** A colour as it is typed: it goes into the picture as it is. */
const typed = (hex: string): Color => new Color().setStyle(hex, LinearSRGBColorSpace);

/**
 * Clear outlines: a dark and a light line about everybody, so that one of them contrasts with whatever is behind. People's
 * parts mark their pixels in the picture's alpha, which costs nothing; the marks are copied, and two draws over the whole
 * picture make lines of them. A second and third hull of each person would be 270,000 triangles more for 300 people.
 */
export class Outlines {
  readonly root = new Group();
  private marks = new FramebufferTexture(1, 1);
  private readonly size = new Vector2();
  private readonly geometry = new BufferGeometry();
  private readonly unmark = new ShaderMaterial({
    vertexShader: wholeVertex, fragmentShader: unmarkFragment, transparent: true, depthTest: false, depthWrite: false,
    blending: CustomBlending, blendSrc: ZeroFactor, blendDst: OneFactor, blendSrcAlpha: OneFactor, blendDstAlpha: ZeroFactor,
  });
  private readonly lines = new ShaderMaterial({
    uniforms: { uMarked: { value: this.marks }, uWide: { value: lineWidth }, uDark: { value: typed(lines.dark) }, uLight: { value: typed(lines.light) } },
    vertexShader: wholeVertex, fragmentShader: linesFragment, transparent: true, depthTest: false, depthWrite: false, toneMapped: false,
  });

  constructor() {
    this.geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
    // What is transparent blends marks away, so they are copied before the first of it is drawn.
    const first = this.cover(this.unmark, -100);
    first.onBeforeRender = (renderer) => this.copy(renderer);
    // Above flames and glows, below names.
    this.root.add(first, this.cover(this.lines, 15));
    this.root.visible = false;
  }

  private cover(material: ShaderMaterial, order: number): Mesh {
    const mesh = new Mesh(this.geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    return mesh;
  }

  private copy(renderer: WebGLRenderer): void {
    const { x: width, y: height } = renderer.getDrawingBufferSize(this.size);
    if (this.marks.image.width !== width || this.marks.image.height !== height) {
      this.marks.dispose();
      this.marks = new FramebufferTexture(width, height);
    }
    renderer.copyFramebufferToTexture(this.marks);
    const { uMarked, uWide } = this.lines.uniforms;
    if (uMarked) uMarked.value = this.marks;
    if (uWide) uWide.value = Math.max(narrowest, lineWidth * renderer.getPixelRatio());
  }

  dispose(): void {
    this.geometry.dispose();
    this.marks.dispose();
    this.unmark.dispose();
    this.lines.dispose();
  }
}
