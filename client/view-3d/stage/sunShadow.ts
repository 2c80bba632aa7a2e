import {
  BufferAttribute, BufferGeometry, Camera, Color, DoubleSide, LinearMipmapLinearFilter, Mesh, Scene, ShaderMaterial, WebGLRenderTarget,
  type Texture, type WebGLRenderer,
} from 'three';
import { blurFragment, blurVertex, dropFragment, dropLeavesVertex, dropRoomVertex } from '../shaders/sunShadow.shader.ts';
import { square } from './cards.ts';
import { disposeMesh, type RoomMeshes } from './roomMeshes.ts';
import { shared, type SceneUniforms } from './uniforms.ts';

const size = 1024;

/** The sun's shadow on the floor as one texture: drawn when the sun moves, never per frame. */
export class SunShadow {
  private readonly sharp = new WebGLRenderTarget(size, size, { depthBuffer: false, generateMipmaps: true, minFilter: LinearMipmapLinearFilter });
  private readonly soft = new WebGLRenderTarget(size, size, { depthBuffer: false, generateMipmaps: true, minFilter: LinearMipmapLinearFilter });
  private readonly casters = new Scene();
  private readonly blur = new Scene();
  private readonly camera = new Camera();
  private readonly meshes: Mesh<BufferGeometry, ShaderMaterial>[] = [];

  constructor(room: RoomMeshes, uniforms: SceneUniforms) {
    const drop = (geometry: BufferGeometry, vertexShader: string): void => {
      this.put(this.casters, geometry, new ShaderMaterial({ uniforms: shared(uniforms), vertexShader, fragmentShader: dropFragment, side: DoubleSide, depthTest: false }));
    };
    drop(room.solid.geometry, dropRoomVertex);
    drop(room.leaves.geometry, dropLeavesVertex);
    const sheet = new BufferGeometry();
    sheet.setAttribute('position', new BufferAttribute(new Float32Array(square.positions), 3));
    sheet.setAttribute('uv', new BufferAttribute(new Float32Array(square.uvs), 2));
    this.put(this.blur, sheet, new ShaderMaterial({ uniforms: { uSharp: { value: this.sharp.texture } }, vertexShader: blurVertex, fragmentShader: blurFragment, depthTest: false }));
  }

  private put(scene: Scene, geometry: BufferGeometry, material: ShaderMaterial): void {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    scene.add(mesh);
    this.meshes.push(mesh);
  }

  draw(renderer: WebGLRenderer): Texture {
    const [colour, alpha, target] = [renderer.getClearColor(new Color()), renderer.getClearAlpha(), renderer.getRenderTarget()];
    renderer.setClearColor(0xffffff, 1);
    for (const [into, scene] of [[this.sharp, this.casters], [this.soft, this.blur]] as const) {
      renderer.setRenderTarget(into);
      renderer.clear();
      renderer.render(scene, this.camera);
    }
    renderer.setRenderTarget(target);
    renderer.setClearColor(colour, alpha);
    return this.soft.texture;
  }

  dispose(): void {
    for (const mesh of this.meshes) disposeMesh(mesh);
    this.sharp.dispose();
    this.soft.dispose();
  }
}
