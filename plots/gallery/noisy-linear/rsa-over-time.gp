# rsa-over-time: Dot products of the items' activity in noisy-linear over the training
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
set label '{/*0.85 '.'No theory is drawn: it is known for one-hot inputs only.'.'}' at screen 0.08636363636363636,0.0196 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:1000]
set xtics out nomirror
set ylabel 'dot product' offset 0.5,0
set yrange [0:31.67]
set ytics out nomirror
set key at screen 0.740909090909091,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first -0.5555555555555554, graph 0 to first 10.555555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 114.44444444444444, graph 0 to first 125.55555555555556, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 994.4444444444445, graph 0 to first 1005.5555555555555, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot 'rsa-over-time.tsv' using 'epoch':'item_1' with lines linecolor rgb '#0072b2' linewidth 4.5 dashtype 1 title 'sample-1 with itself', \
     'rsa-over-time.tsv' using 'epoch':'item_2' with lines linecolor rgb '#d55e00' linewidth 4.5 dashtype 1 title 'sample-1 with sample-2', \
     'rsa-over-time.tsv' using 'epoch':'item_3' with lines linecolor rgb '#009e73' linewidth 4.5 dashtype 1 title 'sample-1 with sample-3', \
     'rsa-over-time.tsv' using 'epoch':'item_4' with lines linecolor rgb '#e69f00' linewidth 4.5 dashtype 1 title 'sample-1 with sample-4', \
     'rsa-over-time.tsv' using 'epoch':'item_5' with lines linecolor rgb '#56b4e9' linewidth 4.5 dashtype 1 title 'sample-1 with sample-5', \
     'rsa-over-time.tsv' using 'epoch':'item_6' with lines linecolor rgb '#cc79a7' linewidth 4.5 dashtype 1 title 'sample-1 with sample-6', \
     'rsa-over-time.tsv' using 'epoch':'item_7' with lines linecolor rgb '#7fb8d8' linewidth 4.5 dashtype 1 title 'sample-1 with sample-7', \
     'rsa-over-time.tsv' using 'epoch':'item_8' with lines linecolor rgb '#eaae7f' linewidth 4.5 dashtype 1 title 'sample-1 with sample-8', \
     'rsa-over-time.tsv' using 'epoch':'item_9' with lines linecolor rgb '#7fceb9' linewidth 4.5 dashtype 1 title 'sample-1 with sample-9', \
     'rsa-over-time.tsv' using 'epoch':'item_10' with lines linecolor rgb '#f2cf7f' linewidth 4.5 dashtype 1 title 'sample-1 with sample-10', \
     'rsa-over-time.tsv' using 'epoch':'item_11' with lines linecolor rgb '#aad9f4' linewidth 4.5 dashtype 1 title 'sample-1 with sample-11', \
     'rsa-over-time.tsv' using 'epoch':'item_12' with lines linecolor rgb '#e5bcd3' linewidth 4.5 dashtype 1 title 'sample-1 with sample-12'
