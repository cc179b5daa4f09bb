# zero-depth-loss: The loss of a network without a hidden layer on parrot-speak
#
# Draw it again:   gnuplot zero-depth-loss.gp
# As PNG or PDF:   gnuplot -e "format='png'" zero-depth-loss.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" zero-depth-loss.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'zero-depth-loss.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 900,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 1800,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 9.38in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,257 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1028 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.68in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $zero_depth_loss has the columns 1 epoch, 2 loss, 3 theory
set table $zero_depth_loss; plot 'zero-depth-loss.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10556
if (medium eq 'web') set rmargin at screen 0.96667
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.2708
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.33831
if (medium eq 'paper') set tmargin at screen 0.88794
set border 3 linecolor '#404040'
set title 'Learning curve without a hidden layer' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.53611,0.06675 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.03553,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00833,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.14913 center
if (medium eq 'slides') set label 1 'loss (mean squared error)' at screen 0.02063,0.5904 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.18681 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.61312 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.03619 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [0:1.093]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.093]
if (medium eq 'slides') set ytics out nomirror 0.2
if (medium eq 'paper') set yrange [0:1.093]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key top right samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.11913 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.14946 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -1
plot $zero_depth_loss using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'simulation', \
     $zero_depth_loss using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory'
