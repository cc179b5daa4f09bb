# learning-dynamics: Loss and singular values of the end-to-end map of noisy-linear over time
#
# Draw it again:   gnuplot learning-dynamics.gp
# As PNG or PDF:   gnuplot -e "format='png'" learning-dynamics.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'learning-dynamics.' . format
if (format eq 'svg') set terminal svg size 1100,560 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08636363636363636
set rmargin at screen 0.6636363636363636
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9196428571428571
set border 11 linecolor '#404040'
set title 'Learning dynamics' offset 0,-0.3
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.08636363636363636,0.0196 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [4.8e-05:180]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:17.84]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
plot 'learning-dynamics.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     'learning-dynamics.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     'learning-dynamics.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497', \
     'learning-dynamics.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss'
