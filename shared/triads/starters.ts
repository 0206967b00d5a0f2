/**
 * Base classes that, developed modulo the length of their orbits, give rounds in which nobody meets anybody twice
 * (Kirkman triple systems and nearly Kirkman ones; computed for this project, checked pair by pair in the tests).
 * `b4` is place 4 of orbit b, `I` and `J` stand still. A class, parted from others by a bar, is developed into as many
 * rounds as an orbit is long; each group after a semicolon is developed into one further round.
 */
export const triadStarters: ReadonlyMap<number, string> = new Map([
  [9, 'a0 b0 b1, a1 a2 c0, b2 c1 c2; a0 b2 c0'],
  [15, 'a1 b1 b4, a2 b0 b6, a3 a5 a6, a4 b3 b5, I a0 b2'],
  [
    18,
    'a0 b0 b3, a1 c0 d2, a2 c2 d1, a3 d3 J, b1 c3 d0, b2 c1 I | a0 a1 b2, a2 d0 I, a3 c0 c1, b0 d1 d2, b1 c2 J, b3 c3 d3',
  ],
  [21, 'a0 a2 c3, a1 a5 b2, a3 a4 b3, a6 c1 c4, b0 b1 b5, b4 c0 c2, b6 c5 c6; a0 b2 c6, a0 b3 c4, a0 b5 c0'],
  [24, 'a1 a4 a10, a2 a9 b7, a3 b2 b5, a6 b9 b10, a7 a8 b4, b1 b3 b8, I a0 b0, J a5 b6'],
  [27, 'a1 a11 b12, a2 a4 b8, a3 a7 b10, a5 a10 b7, a6 a12 b11, a8 a9 b4, b1 b3 b9, b2 b5 b6, I a0 b0'],
  [30, 'a1 a4 a6, a2 b2 b8, a3 b5 b10, a5 a13 b4, a7 a11 b1, a8 b9 b11, a9 a10 b6, b0 b3 b13, I a0 b12, J a12 b7'],
  [
    33,
    'a0 a1 b0, a2 a9 b4, a3 a6 c5, a4 a10 c8, a5 a7 c1, a8 b2 b9, b1 b3 b6, b5 c3 c6, b7 b8 c4, b10 c9 c10, c0 c2 c7; a0 b3 c6, a0 b4 c8, a0 b7 c1, a0 b8 c3, a0 b9 c0',
  ],
  [
    36,
    'a1 b1 b9, a2 b0 b15, a3 a15 b5, a4 a5 a8, a6 a14 a16, a7 a13 b2, a9 b8 b14, a10 b3 b13, a12 b4 b16, b6 b7 b10, I a0 b11, J a11 b12',
  ],
  [
    39,
    'a1 b7 a9, b11 a6 a7, b1 a11 a4, b16 a2 a5, a14 a16 b17, a17 a3 b5, a12 a18 a8, a10 b3 b4, a13 b2 b9, b14 a15 b6, b12 b18 b8, b10 b13 b15, a0 b0 I',
  ],
  [
    42,
    'a1 b12 b15, a2 a14 a19, a3 b16 b18, a4 b3 b7, a5 b5 b14, a6 b4 b11, a7 a13 b9, a8 a15 a17, a10 a11 b17, a12 a16 b13, a18 b2 b10, b0 b1 b6, I a0 b8, J a9 b19',
  ],
  [
    45,
    'a0 a4 b3, a1 a6 b7, a2 a5 b0, a3 a12 c5, a7 a14 b11, a8 a9 c12, a10 c1 c10, a11 a13 c9, b1 c7 c11, b2 b5 c6, b4 b10 b12, b6 c2 c4, b8 b9 b13, b14 c13 c14, c0 c3 c8; a0 b0 c12, a0 b2 c9, a0 b5 c7, a0 b7 c10, a0 b8 c1, a0 b9 c14, a0 b11 c5',
  ],
  [
    48,
    'a1 a7 a9, a2 a16 b12, a3 a13 b16, a4 b20 b21, a5 a6 a10, a8 a15 b10, a11 a22 b0, a12 b4 b18, a14 b13 b19, a17 b2 b15, a18 a21 b9, a20 b1 b17, b3 b14 b22, b6 b8 b11, I a0 b7, J a19 b5',
  ],
  [
    51,
    'a1 b9 b10, a2 a9 b24, a3 b4 b23, a4 a16 b3, a5 a13 a14, a6 b20 b22, a7 a11 a17, a8 a19 b15, a10 a15 b13, a12 b5 b18, a18 a20 b6, a21 a24 b1, a22 b7 b14, a23 b2 b17, b8 b11 b19, b12 b16 b21, I a0 b0',
  ],
  [
    54,
    'a1 a20 a25, a2 a19 b23, a3 a4 a14, a5 b10 b13, a6 b2 b22, a7 a10 b8, a8 b18 b20, a9 a13 a21, a12 b15 b25, a15 b9 b21, a16 b1 b5, a17 a23 b14, a18 b6 b17, a22 b3 b24, a24 b7 b16, b11 b12 b19, I a0 b0, J a11 b4',
  ],
  [
    57,
    'a0 b0 c0, a1 a14 b17, a3 b5 a7, a11 b16 a2, c11 a4 c8, c1 c18 a9, c12 a6 c7, a16 a17 a5, c2 b7 a8, b11 c14 a18, b1 a12 c3, a10 a13 a15, b14 b2 b3, c15 b4 c9, c10 c6 b9, c13 c4 b6, b12 b18 b8, b10 b13 b15, c16 c17 c5; a0 b1 c16, a0 c17 b7, a0 b11 c5, a0 b4 c8, a0 c18 b9, a0 c12 b6, a0 b10 c3, a0 b13 c2, a0 c14 b15',
  ],
  [
    60,
    'a1 a9 a25, a2 a3 a12, a4 a6 b7, a5 a11 b2, a7 a21 a24, a8 b6 b13, a10 a28 b17, a13 b5 b19, a14 a18 b1, a15 a22 b26, a16 b4 b9, a17 b25 b27, a19 b18 b21, a20 b10 b16, a26 b12 b20, a27 b11 b22, b3 b15 b28, b14 b23 b24, I a0 b0, J a23 b8',
  ],
  [
    63,
    'a1 a17 b3, b15 a23 a5, b13 a22 a25, a2 b5 a8, a10 b25 a9, b1 a14 a19, b11 a3 a7, a15 b24 a4, a13 a20 b27, b12 a6 b7, b29 a30 b4, b20 b21 a26, a11 b22 b9, b14 b17 a24, b23 a27 b8, a12 a21 a29, a16 a18 a28, b10 b19 b2, b26 b30 b6, b16 b18 b28, a0 b0 I',
  ],
  [
    66,
    'a0 b15 b19, a1 c12 c14, a2 b7 b20, a3 a5 a12, a4 c7 a20, a6 c8 a9, a7 a11 a21, b6 a8 b18, b5 a10 b13, b12 a13 b17, a14 a19 c20, b1 a15 a16, c9 a17 c21, c3 c6 a18, b0 c4 c17, b2 c11 b21, b3 b4 b10, c5 b8 c13, c2 b9 b11, c0 b14 c15, c10 b16 c16, c1 c18 c19; a0 b0 c20, a0 b1 c12, a0 b2 c16, a0 b6 c8, a0 c5 b9, a0 b11 c18, a0 c0 b12, a0 b13 c19, a0 b14 c17, a0 c15 b16',
  ],
  [
    69,
    'a3 b15 a9, a17 a16 c20, b22 a2 c13, b1 b7 c16, a22 b17 a7, a5 a19 c18, c6 c10 c5, c19 a0 a11, c9 b21 a12, c4 b10 b14, c11 b5 c21, b6 c8 a1, b3 b13 b12, c15 c1 c12, c2 c0 c17, a15 a18 a13, c14 c7 b18, a4 b20 a20, a8 c22 a21, a10 a6 b0, b11 b9 b4, b19 b16 b8, b2 a14 c3; a0 b1 c5, a0 b2 c10, a0 b3 c0, a0 b4 c9, a0 b7 c17, a0 b8 c6, a0 b14 c21, a0 b15 c15, a0 b19 c18, a0 b21 c16, a0 b22 c2',
  ],
  [
    72,
    'a0 b3 c12, b0 c3 a12, c0 a3 b12, a1 a5 a10, b1 b5 b10, c1 c5 c10, a2 c4 a23, b2 a4 b23, c2 b4 c23, a6 b16 b17, b6 c16 c17, c6 a16 a17, a7 b13 a21, b7 c13 b21, c7 a13 c21, a8 b9 a19, b8 c9 b19, c8 a9 c19, a11 b15 a18, b11 c15 b18, c11 a15 c18, a14 a20 a22, b14 b20 b22, c14 c20 c22; a0 b0 c0, a0 b2 c17, a0 b7 c9, a0 b15 c22, a0 c4 b5, a0 c1 b20, a0 c19 b23, a0 b8 c16, a0 c7 b13, a0 c6 b17, a0 c11 b18',
  ],
  [
    75,
    'a1 a25 a9, a10 a16 a28, a12 a21 a26, a2 b23 a6, a20 a23 b8, a15 b6 a8, b13 a3 a5, a13 b19 a30, a19 a4 b5, b11 b2 a7, b20 a33 b36, b15 b27 a34, a11 a22 b24, b18 a35 a36, a17 a27 b32, a14 b25 b30, b28 a29 b4, b21 b3 a31, b10 b14 a18, b26 b29 a32, b1 a24 b31, b17 b7 b9, b16 b22 b33, b12 b34 b35, a0 b0 I',
  ],
  [
    78,
    'I a16 b12, J a12 b5, a4 b2 a21, b10 a15 a35, a0 b8 a37, b13 b37 a25, b24 b1 a32, b17 a2 a14, a23 b14 a20, b25 b7 b3, a33 a19 a29, b27 b6 b19, a3 a30 b30, a27 b32 a11, a8 b26 a6, b33 b31 a34, b34 a10 b35, b23 a1 a7, b11 b18 b21, b20 b9 b15, a13 a22 b36, a18 b22 a5, a24 a9 a17, b4 a36 a31, b28 b16 a26, b29 b0 a28',
  ],
  [
    81,
    'a0 a1 a5, b0 b1 b5, c0 c1 c5, a2 b3 a8, b2 c3 b8, c2 a3 c8, a4 c17 a21, b4 a17 b21, c4 b17 c21, a6 b18 b26, b6 c18 c26, c6 a18 a26, a7 a23 a25, b7 b23 b25, c7 c23 c25, a9 b11 a22, b9 c11 b22, c9 a11 c22, a10 c13 c20, b10 a13 a20, c10 b13 b20, a12 c14 a24, b12 a14 b24, c12 b14 c24, a15 c16 c19, b15 a16 a19, c15 b16 b19; a0 b0 c0, a0 b3 c22, a0 b5 c8, a0 b19 c24, a0 b6 c19, a0 b8 c14, a0 b13 c21, a0 b7 c18, a0 b9 c16, a0 b11 c20, a0 c9 b15, a0 c6 b18, a0 c12 b21',
  ],
  [
    84,
    'I a32 b34, J a5 b14, b20 b32 b11, a4 b17 b25, b12 b27 b8, b13 b40 a8, b18 a3 a21, b9 b39 a16, b16 a12 a29, a35 b30 b24, a15 a18 a22, a34 b0 b7, a20 b3 a19, b26 b36 a36, b33 b15 a17, a10 b37 a31, b23 a38 a24, a23 b2 b19, a39 a9 a14, a6 a25 a37, b10 a40 a7, b6 b1 b4, a0 b35 b22, b29 a11 b28, b31 a2 a30, b38 a26 a28, b5 a13 b21, a27 a1 a33',
  ],
  [
    87,
    'a1 a23 a25, a21 a6 a9, a11 a36 a40, a2 b35 b37, a12 b38 b7, b13 a29 b42, a14 a3 b5, a18 b30 a41, a22 a31 b8, a10 b25 a4, a17 b21 a24, a15 a16 b40, b11 a38 a5, a13 b23 a30, a35 a8 b9, b12 b18 a7, b22 b29 a42, b2 b3 a37, b17 a19 a32, b16 a20 a28, b10 a34 a39, b1 b20 a26, a27 b34 b6, b32 a33 b36, b26 b31 b4, b14 b24 b27, b15 b33 b41, b19 b28 b39, a0 b0 I',
  ],
  [
    90,
    'a0 b13 b18, b0 c13 c18, c0 a13 a18, a1 a2 c10, b1 b2 a10, c1 c2 b10, a3 a21 a29, b3 b21 b29, c3 c21 c29, a4 c11 a15, b4 a11 b15, c4 b11 c15, a5 a7 b14, b5 b7 c14, c5 c7 a14, a6 c20 a26, b6 a20 b26, c6 b20 c26, a8 b16 b22, b8 c16 c22, c8 a16 a22, a9 a12 a25, b9 b12 b25, c9 c12 c25, a17 a24 b27, b17 b24 c27, c17 c24 a27, a19 c23 a28, b19 a23 b28, c19 b23 c28; a0 b0 c0, a0 b1 c28, a0 b2 c3, a0 b27 c29, a0 c6 b11, a0 c5 b24, a0 c19 b25, a0 c11 b12, a0 c1 b19, a0 c18 b29, a0 c13 b15, a0 c2 b17, a0 c15 b28, a0 c10 b20',
  ],
  [
    93,
    'a0 a1 b3, b0 b1 c3, c0 c1 a3, a2 c11 b13, b2 a11 c13, c2 b11 a13, a4 a9 a23, b4 b9 b23, c4 c9 c23, a5 b17 a30, b5 c17 b30, c5 a17 c30, a6 b15 b25, b6 c15 c25, c6 a15 a25, a7 c8 c21, b7 a8 a21, c7 b8 b21, a10 a14 b24, b10 b14 c24, c10 c14 a24, a12 a19 a28, b12 b19 b28, c12 c19 c28, a16 c20 c22, b16 a20 a22, c16 b20 b22, a18 a26 a29, b18 b26 b29, c18 c26 c29, a27 b27 c27; a0 b1 c27, a0 b4 c5, a0 b26 c30, a0 b5 c25, a0 b6 c11, a0 b20 c26, a0 b7 c23, a0 b8 c15, a0 b16 c24, a0 c10 b13, a0 c3 b21, a0 c18 b28, a0 c8 b15, a0 c7 b23, a0 c16 b24',
  ],
  [
    96,
    'b8 b25 a16, a15 c8 b3, c21 b23 c17, b28 a22 a11, a0 c11 c9, b30 c14 c1, a27 a9 a31, c5 a13 a25, b4 a18 c3, c0 c18 c10, a30 b2 a21, c25 b5 a26, c7 c30 b22, b21 b29 b17, b20 b9 a8, b26 b12 b31, c26 a12 a5, c27 b14 c6, b7 b6 b0, c13 c28 b18, a1 c19 c31, a23 b16 a17, b10 b19 a3, c16 c22 c15, c29 c2 a24, b27 c24 b24, b11 b1 a14, a2 a7 a10, a6 a4 a19, a28 c12 a29, a20 c23 c20, b13 c4 b15; a0 b0 c1, a0 b2 c4, a0 b3 c7, a0 b5 c20, a0 b8 c22, a0 b10 c28, a0 b14 c23, a0 b15 c27, a0 b21 c8, a0 b22 c29, a0 b23 c13, a0 b26 c19, a0 b27 c6, a0 b28 c2, a0 b30 c26',
  ],
  [
    99,
    'a1 b11 a32, a18 b2 a37, a29 a30 b36, a2 a34 a9, a15 a24 a36, a11 a25 a40, a3 b42 a6, a10 b21 a5, a33 b35 a41, a26 a4 b45, a23 b26 a27, a22 b27 a45, b29 b4 a7, b23 a28 b32, a14 b22 b37, a44 a46 a8, a12 b24 b3, a20 b40 b5, a17 b34 b41, a13 b38 b39, b16 a38 b47, b13 b43 a47, a16 b17 b9, b12 b15 a43, b20 b25 a39, a19 a35 b48, b31 a42 a48, b19 a21 a31, b1 b33 b7, b18 b28 b6, b10 b14 b30, b44 b46 b8, a0 b0 I',
  ],
]);

/**
 * Rounds for few academies, written out: as many as there can be (proved exactly). Groups are written as places, rounds
 * are parted by bars.
 */
export const smallSchedules: ReadonlyMap<number, string> = new Map([
  [4, '0 1, 2 3 | 0 2, 1 3 | 0 3, 1 2'],
  [5, '0 1 2, 3 4'],
  [6, '0 1 2, 3 4 5'],
  [7, '3 4, 5 6, 0 1 2 | 1 4, 2 5, 0 3 6 | 1 3, 2 6, 0 4 5'],
  [8, '6 7, 0 1 2, 3 4 5 | 1 4, 0 3 7, 2 5 6 | 2 3, 0 4 6, 1 5 7 | 0 5, 1 3 6, 2 4 7'],
  [
    10,
    '6 7, 8 9, 0 1 2, 3 4 5 | 0 3, 2 8, 1 5 6, 4 7 9 | 0 4, 2 5, 1 7 8, 3 6 9 | 1 9, 3 8, 0 5 7, 2 4 6 | 1 4, 5 9, 0 6 8, 2 3 7',
  ],
  [
    11,
    '8 9 10, 0 1 2 3, 4 5 6 7 | 1 7, 0 4 9, 2 6 10, 3 5 8 | 0 5, 1 6 9, 2 7 8, 3 4 10 | 2 4, 0 6 8, 1 5 10, 3 7 9 | 3 6, 0 7 10, 1 4 8, 2 5 9',
  ],
  [
    12,
    '0 1 2, 3 4 5, 6 7 8, 9 10 11 | 0 3 6, 1 7 10, 2 4 9, 5 8 11 | 0 4 11, 1 5 6, 2 8 10, 3 7 9 | 0 5 9, 1 3 8, 2 7 11, 4 6 10',
  ],
  [
    13,
    '9 10, 11 12, 0 1 2, 3 4 5, 6 7 8 | 2 11, 7 12, 0 3 8, 1 4 9, 5 6 10 | 2 6, 8 10, 0 4 11, 1 3 7, 5 9 12 | 0 5, 3 6, 1 8 12, 2 4 10, 7 9 11 | 1 10, 4 7, 0 6 9, 2 3 12, 5 8 11 | 0 7, 1 5, 2 8 9, 3 10 11, 4 6 12 | 3 9, 4 8, 0 10 12, 1 6 11, 2 5 7',
  ],
]);
