# illusion: Prediction for Shark has_bones of shark-bones, and singular values; shaded where wrong
#
# Draw it again:   gnuplot illusion.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'illusion.' . format
if (format eq 'svg') set terminal svg size 1100,580 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1160 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,6.04in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08636363636363636
set rmargin at screen 0.6636363636363636
set bmargin at screen 0.13793103448275862
set tmargin at screen 0.9224137931034483
set border 11 linecolor '#404040'
set title 'Prediction for Shark has\_bones, whose true value is −1' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'Prediction for Shark has\_bones' offset 0.5,0
set yrange [-1.05:1.05]
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:165.6]
set y2tics out nomirror
set key at screen 0.7409090909090909,0.9224137931034483 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first 114.5, graph 0 to first 171.5, graph 1 behind fillcolor rgb '#fbe3d6' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first -1 to graph 1, first -1 nohead back linecolor rgb '#999999' linewidth 1.5 dashtype 2
plot NaN with lines linecolor rgb '#fbe3d6' linewidth 10 dashtype 1 title 'the wrong way', \
     NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 2 title 'true value', \
     'illusion.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 1 title 'mode 1: 157.7', \
     'illusion.tsv' using 'epoch':'mode_2' axes x1y2 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 1 title 'mode 2: 121.8', \
     'illusion.tsv' using 'epoch':'mode_3' axes x1y2 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 title 'mode 3: 100.5', \
     'illusion.tsv' using 'epoch':'mode_4' axes x1y2 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 title 'mode 4: 100.3', \
     'illusion.tsv' using 'epoch':'mode_5' axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 title 'mode 5: 71.42', \
     'illusion.tsv' using 'epoch':'mode_6' axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 title 'mode 6: 71.24', \
     'illusion.tsv' using 'epoch':'mode_7' axes x1y2 with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     'illusion.tsv' using 'epoch':'mode_8' axes x1y2 with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 notitle, \
     'illusion.tsv' using 'epoch':'zero_depth' with lines linecolor rgb '#404040' linewidth 2 dashtype 3 title 'no hidden layer, ε = 0.025', \
     'illusion.tsv' using 'epoch':'probe' with lines linecolor rgb '#aa3377' linewidth 5 dashtype 1 title 'prediction', \
     'illusion.tsv' using 'epoch':'theory' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map'
