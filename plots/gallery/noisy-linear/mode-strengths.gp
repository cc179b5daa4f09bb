# mode-strengths: Strength of each mode of noisy-linear in the end-to-end map
#
# Draw it again:   gnuplot mode-strengths.gp
# As PNG or PDF:   gnuplot -e "format='png'" mode-strengths.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'mode-strengths.' . format
if (format eq 'svg') set terminal svg size 1000,560 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.095
set rmargin at screen 0.7150000000000001
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'Strengths of the data''s modes' offset 0,-0.3
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.095,0.0196 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'strength' offset 0.5,0
set yrange [-0.26:17.84]
set ytics out nomirror
set key at screen 0.7400000000000001,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
plot 'mode-strengths.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 4 dashtype 1 title 'mode 1: 16.99', \
     'mode-strengths.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'mode 2: 4.914', \
     'mode-strengths.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 4 dashtype 1 title 'mode 3: 2.497'
