# rsa-levels: How well the RSM of parrot-speak goes with the tree's levels
#
# Draw it again:   gnuplot rsa-levels.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-levels.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'rsa-levels.' . format
if (format eq 'svg') set terminal svg size 1000,500 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1000 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,5.21in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.095
set rmargin at screen 0.7
set bmargin at screen 0.16
set tmargin at screen 0.91
set border 3 linecolor '#404040'
set title 'Similarity of hidden layer 1 (dot products) with the tree''s levels' offset 0,-0.3
set label '{/*0.85 '.'Ties in a level''s model keep τₐ at or below the dotted line. It goes by order alone: early entries are tiny.'.'}' at screen 0.095,0.022 left textcolor '#404040'
set xlabel 'epoch' offset 0,0.6
set xrange [0:250]
set xtics out nomirror
set ylabel 'Kendall''s τₐ' offset 0.5,0
set yrange [-0.16:0.5587301587301587]
set ytics out nomirror
set key at screen 0.725,0.91 left top Left reverse samplen 2 spacing 1.15
set object rectangle from first 91.61111111111111, graph 0 to first 94.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 115.61111111111111, graph 0 to first 118.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 186.61111111111111, graph 0 to first 189.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0.5079365079365079 to graph 1, first 0.5079365079365079 nohead back linecolor rgb '#0072b2' linewidth 1 dashtype 3
set arrow from graph 0, first 0.25396825396825395 to graph 1, first 0.25396825396825395 nohead back linecolor rgb '#d55e00' linewidth 1 dashtype 3
plot NaN with lines linecolor rgb '#0072b2' linewidth 1 dashtype 3 title 'level 1, largest possible: 0.51', \
     NaN with lines linecolor rgb '#d55e00' linewidth 1 dashtype 3 title 'level 2, largest possible: 0.25', \
     'rsa-levels.tsv' using 'epoch':'level_1' with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'level 1: 2 groups', \
     'rsa-levels.tsv' using 'epoch':'level_2' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'level 2: 4 groups'
