# rsa-over-time: Dot products of the items' activity in shark-bones over the training
#
# Draw it again:   gnuplot rsa-over-time.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-over-time.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'rsa-over-time.' . format
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
set rmargin at screen 0.7181818181818183
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'Similarity of hidden layer 1 over time (dot products)' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'mean dot product' offset 0.5,0
set yrange [-4.776:100.3]
set ytics out nomirror
set key at screen 0.740909090909091,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first 91.61111111111111, graph 0 to first 94.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 115.61111111111111, graph 0 to first 118.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 186.61111111111111, graph 0 to first 189.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot 'rsa-over-time.tsv' using 'epoch':'itself' with lines linecolor rgb '#0072b2' linewidth 4.5 dashtype 1 title 'an item with itself', \
     'rsa-over-time.tsv' using 'epoch':'level_2' with lines linecolor rgb '#d55e00' linewidth 4.5 dashtype 1 title 'last common group on level 2', \
     'rsa-over-time.tsv' using 'epoch':'level_1' with lines linecolor rgb '#009e73' linewidth 4.5 dashtype 1 title 'last common group on level 1', \
     'rsa-over-time.tsv' using 'epoch':'level_0' with lines linecolor rgb '#e69f00' linewidth 4.5 dashtype 1 title 'last common group: all items', \
     'rsa-over-time.tsv' using 'epoch':'theory_itself' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map', \
     'rsa-over-time.tsv' using 'epoch':'theory_level_2' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'rsa-over-time.tsv' using 'epoch':'theory_level_1' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     'rsa-over-time.tsv' using 'epoch':'theory_level_0' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
