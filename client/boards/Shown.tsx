import { useEffect, useState } from 'react';
import { useBoard } from './visit.ts';
import styles from './Board.module.css';

/** A picture of the board's as one sees it in words: small, beside what it shows. What is read beside it is its description. */
export function Shown({ image, label = '' }: { readonly image: string; readonly label?: string }) {
  const { images } = useBoard();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let isOver = false;
    void images.shown(image).then((shown) => {
      if (!isOver) setAddress(shown);
    });
    return () => { isOver = true; };
  }, [images, image]);
  return address === undefined ? null : <img className={styles.shown} src={address} alt={label} />;
}
