# curves: Curves on two axes
#
# Draw it again:   gnuplot curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" curves.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'curves.' . format
if (format eq 'svg') set terminal svg size 800,500 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 1600,1000 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 8.33in,5.21in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.11875
set rmargin at screen 0.75
set bmargin at screen 0.16
set tmargin at screen 0.91
set border 11 linecolor '#404040'
set title 'Loss \& modes: 100 % of "it"' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:2]
set xtics out nomirror
set ylabel 'loss' offset 0.5,0
set yrange [0.01:2]
set logscale y
set format y '10^{%T}'
set ytics out nomirror
set y2label 'singular value' offset -0.8,0
set y2range [0:160]
set y2tics out nomirror
set key at screen 0.78125,0.91 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first 0.5, graph 0 to first 1, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead back linecolor rgb '#999999' linewidth 1 dashtype 3
plot NaN with lines linecolor rgb '#d8d8d8' linewidth 10 dashtype 1 title 'band', \
     'curves.tsv' using 'epoch':'loss' with lines linecolor rgb '#404040' linewidth 3 dashtype 1 title 'loss', \
     'curves.tsv' using 'epoch':'mode_1' axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 2 title 'it''s mode\_1', \
     'curves.tsv' using 'epoch':'odd' with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle
