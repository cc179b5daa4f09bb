# generalization: Training and test error of teacher over time
#
# Draw it again:   gnuplot generalization.gp
# As PNG or PDF:   gnuplot -e "format='png'" generalization.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" generalization.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'generalization.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1166,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2332,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.15in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,352 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1408 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.67in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $generalization has the columns 1 epoch, 2 training_error, 3 test_error, 4 test_error_theory
set table $generalization; plot 'generalization.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08148
if (medium eq 'web') set rmargin at screen 0.67753
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.08064
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.38613
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.14072
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.45804
if (medium eq 'paper') set tmargin at screen 0.91818
set border 3 linecolor '#404040'
set title 'Does it generalize?' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.3795,0.06675 center
if (medium eq 'web') set label 1 'error (1: a network that predicts 0)' at screen 0.0403,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.00643,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.52156,0.26447 center
if (medium eq 'slides') set label 1 'error (1: a network that predicts 0)' at screen 0.02063,0.62878 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.53762,0.34744 center
if (medium eq 'paper') set label 1 'error (1: a network that predicts 0)' at screen 0.03599,0.66253 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.01636,0.02642 left textcolor '#707070'
if (medium eq 'web') set xrange [0:2000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'slides') set xrange [0:2000]
if (medium eq 'slides') set xtics out nomirror 200
if (medium eq 'paper') set xrange [0:2000]
if (medium eq 'paper') set xtics out nomirror 500
if (medium eq 'web') set yrange [0:5.835]
if (medium eq 'web') set ytics out nomirror 1
if (medium eq 'slides') set yrange [0:5.835]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [0:5.835]
if (medium eq 'paper') set ytics out nomirror 2
if (medium eq 'web') set key at screen 0.70585,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.23447 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -8
if (medium eq 'paper') set key at screen 0.01309,0.32016 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
set object rectangle from first 148.5, graph 0 to first 153.5, graph 1 behind fillcolor rgb '#cccccc' fillstyle solid noborder
set arrow from graph 0, first 0.15786224821312533 to graph 1, first 0.15786224821312533 nohead back linecolor rgb '#009e73' linewidth 1.5 dashtype 3
plot NaN with lines linecolor rgb '#cccccc' linewidth 10 dashtype 1 title 'best moment to stop: 151', \
     NaN with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 3 title 'lower bound in infinite data: 0.1579', \
     $generalization using 1:2 with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'training error', \
     $generalization using 1:3 with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'test error', \
     $generalization using 1:4 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory'
