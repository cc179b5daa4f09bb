# learning-dynamics: Loss and singular values of the end-to-end map of parrot-speak over time
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
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:165.6]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
plot 'learning-dynamics.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 157.7', \
     'learning-dynamics.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 121.8', \
     'learning-dynamics.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 100.5', \
     'learning-dynamics.tsv' using 'epoch':'mode_4' axes x1y2 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 100.3', \
     'learning-dynamics.tsv' using 'epoch':'mode_5' axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 71.42', \
     'learning-dynamics.tsv' using 'epoch':'mode_6' axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 71.23', \
     'learning-dynamics.tsv' using 'epoch':'mode_7' axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     'learning-dynamics.tsv' using 'epoch':'mode_8' axes x1y2 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle, \
     'learning-dynamics.tsv' using 'epoch':'loss' with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     'learning-dynamics.tsv' using 'epoch':'theory' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map'
