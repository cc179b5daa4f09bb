# illusion-scan-curves: Predictions of shark-bones that go the wrong way furthest and longest, each of another kind
#
# Draw it again:   gnuplot illusion-scan-curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-scan-curves.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'illusion-scan-curves.' . format
if (format eq 'svg') set terminal svg size 1150,580 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2300,1160 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.98in,6.04in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08260869565217391
set rmargin at screen 0.6521739130434783
set bmargin at screen 0.13793103448275862
set tmargin at screen 0.9224137931034483
set border 3 linecolor '#404040'
set title 'The predictions that go the wrong way furthest and longest' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'prediction × sign of the true value' offset 0.5,0
set yrange [-0.864:1.11]
set ytics out nomirror
set key at screen 0.6739130434782609,0.9224137931034483 left top Left reverse samplen 2 spacing 1.15
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1.5 dashtype 2
plot NaN with lines linecolor rgb '#999999' linewidth 1 dashtype 1 title 'below this line: the wrong way', \
     NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 2 title 'true value', \
     'illusion-scan-curves.tsv' using 'epoch':'cell_1' with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'Canary feature-38 (−1; 244 alike)', \
     'illusion-scan-curves.tsv' using 'epoch':'cell_2' with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'Rose feature-3 (−1; 249 alike)', \
     'illusion-scan-curves.tsv' using 'epoch':'cell_3' with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'Oak feature-2 (−1; 252 alike)', \
     'illusion-scan-curves.tsv' using 'epoch':'cell_4' with lines linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'Robin feature-43 (−1; 274 alike)', \
     'illusion-scan-curves.tsv' using 'epoch':'probe' with lines linecolor rgb '#000000' linewidth 2.5 dashtype 2 title 'probe, place 8,642: Shark has\_bones'
