import { DataTexture, FloatType, RGBAFormat, type IUniform } from 'three';

/** A float texture with one row a person, that grows. */
export class PersonTexture {
  readonly uniform: IUniform<DataTexture>;
  data: Float32Array<ArrayBuffer>;
  private readonly texels: number;
  private rows: number;

  constructor(texels: number, rows = 64) {
    this.texels = texels;
    this.rows = rows;
    this.data = new Float32Array(texels * rows * 4);
    this.uniform = { value: this.make() };
  }

  private make(): DataTexture {
    const texture = new DataTexture(this.data, this.texels, this.rows, RGBAFormat, FloatType);
    texture.needsUpdate = true;
    return texture;
  }

  reserve(rows: number): void {
    if (rows <= this.rows) return;
    this.rows = Math.max(rows, this.rows * 2);
    const grown = new Float32Array(this.texels * this.rows * 4);
    grown.set(this.data);
    this.data = grown;
    this.uniform.value.dispose();
    this.uniform.value = this.make();
  }

  changed(): void {
    this.uniform.value.needsUpdate = true;
  }
}
