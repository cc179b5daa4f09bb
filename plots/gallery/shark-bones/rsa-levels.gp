# rsa-levels: How well the RSM of shark-bones matches the tree's levels
#
# Draw it again:   gnuplot rsa-levels.gp
# As PNG or PDF:   gnuplot -e "format='png'" rsa-levels.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" rsa-levels.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'rsa-levels.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1024,537 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2048,1074 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.67in,5.59in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,363 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1452 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.78in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $rsa_levels has the columns 1 epoch, 2 level_1, 3 level_2
set table $rsa_levels; plot 'rsa-levels.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09277
if (medium eq 'web') set rmargin at screen 0.68359
if (medium eq 'web') set bmargin at screen 0.21788
if (medium eq 'web') set tmargin at screen 0.9162
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.37993
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.47138
if (medium eq 'paper') set tmargin at screen 0.88834
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'How well hidden layer 1 (dot products) matches the tree''s levels' offset 0,-0.3
if (medium eq 'slides') set title 'How well hidden layer 1 (dot products) matches the tree''s levels' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.38818,0.11592 center
if (medium eq 'web') set label 1 'Kendall''s τₐ' at screen 0.02096,0.56704 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Dotted: largest possible τₐ. It compares the order only; early similarities are almost 0.'.'}' at screen 0.09277,0.07402 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00732,0.02436 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.54064,0.25827 center
if (medium eq 'slides') set label 1 'Kendall''s τₐ' at screen 0.02063,0.64497 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Dotted: largest possible τₐ. It compares the order only; early similarities are almost 0.'.'}' at screen 0.11254,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.57092,0.36413 center
if (medium eq 'paper') set label 1 'Kendall''s τₐ' at screen 0.03599,0.67986 center rotate by 90
if (medium eq 'paper') set label 10 'How well hidden layer 1 (dot products) matches the' at screen 0.5472,0.95886 center
if (medium eq 'paper') set label 11 'tree''s levels' at screen 0.5472,0.92066 center
if (medium eq 'paper') set label 20 '{/*0.88 '.'Dotted: largest possible τₐ. It compares the order only; early'.'}' at screen 0.01309,0.32005 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'similarities are almost 0.'.'}' at screen 0.01309,0.28643 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02562 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-0.16:0.5587301587301587]
if (medium eq 'web') set ytics out nomirror 0.1
if (medium eq 'slides') set yrange [-0.16:0.5587301587301587]
if (medium eq 'slides') set ytics out nomirror 0.2
if (medium eq 'paper') set yrange [-0.16:0.5587301587301587]
if (medium eq 'paper') set ytics out nomirror 0.2
if (medium eq 'web') set key at screen 0.71095,0.9162 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -8
if (medium eq 'paper') set key at screen 0.01309,0.25869 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
set object rectangle from first 91.61111111111111, graph 0 to first 94.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 115.61111111111111, graph 0 to first 118.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 136.61111111111111, graph 0 to first 139.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 186.61111111111111, graph 0 to first 189.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set object rectangle from first 248.61111111111111, graph 0 to first 251.38888888888889, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0.5079365079365079 to graph 1, first 0.5079365079365079 nohead back linecolor rgb '#0072b2' linewidth 1 dashtype 3
set arrow from graph 0, first 0.25396825396825395 to graph 1, first 0.25396825396825395 nohead back linecolor rgb '#d55e00' linewidth 1 dashtype 3
plot NaN with lines linecolor rgb '#0072b2' linewidth 1 dashtype 3 title 'level 1, largest possible: 0.51', \
     NaN with lines linecolor rgb '#d55e00' linewidth 1 dashtype 3 title 'level 2, largest possible: 0.25', \
     $rsa_levels using 1:2 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'level 1: 2 groups', \
     $rsa_levels using 1:3 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'level 2: 4 groups'
