# loss-and-modes: Loss, and singular values of the end-to-end map divided by the largest, of noisy-linear
#
# Draw it again:   gnuplot loss-and-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" loss-and-modes.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" loss-and-modes.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'loss-and-modes.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1000,777 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2000,1554 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.42in,8.09in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,849 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1274 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,8.84in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,465 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1860 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.84in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $loss_and_modes has the columns 1 epoch, 2 loss, 3 relative_1, 4 relative_2, 5 relative_3
set table $loss_and_modes; plot 'loss-and-modes.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.56885
if (medium eq 'web') set tmargin at screen 0.94208
if (medium eq 'slides') set lmargin at screen 0.1069
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.66926
if (medium eq 'slides') set tmargin at screen 0.92367
if (medium eq 'paper') set lmargin at screen 0.18654
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.69279
if (medium eq 'paper') set tmargin at screen 0.93806
set border 3 linecolor '#404040'
set title 'Loss and modes' offset 0,-0.3
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.02598,0.75547 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.0075,0.01683 left textcolor '#707070'
if (medium eq 'slides') set label 1 'loss (mean squar…' at screen 0.02063,0.7936 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00938,0.02465 left textcolor '#707070'
if (medium eq 'paper') set label 1 'loss (mean squared…' at screen 0.03599,0.81543 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.01636,0.02 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'web') set format x ''
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'slides') set format x ''
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'paper') set format x ''
if (medium eq 'web') set yrange [4.8e-05:180]
if (medium eq 'web') set logscale y
if (medium eq 'web') set format y '10^{%T}'
if (medium eq 'web') set ytics out nomirror 0.0001,10
if (medium eq 'slides') set yrange [4.8e-05:180]
if (medium eq 'slides') set logscale y
if (medium eq 'slides') set format y '10^{%T}'
if (medium eq 'slides') set ytics out nomirror 0.0001,100
if (medium eq 'paper') set yrange [4.8e-05:180]
if (medium eq 'paper') set logscale y
if (medium eq 'paper') set format y '10^{%T}'
if (medium eq 'paper') set ytics out nomirror 0.0001,100
if (medium eq 'web') set key at screen 0.74,0.94208 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.63534 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15
if (medium eq 'paper') set key at screen 0.01309,0.66526 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15
plot $loss_and_modes using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.15058
if (medium eq 'web') set tmargin at screen 0.53024
if (medium eq 'slides') set lmargin at screen 0.1069
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.30657
if (medium eq 'slides') set tmargin at screen 0.56099
if (medium eq 'paper') set lmargin at screen 0.18654
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.35542
if (medium eq 'paper') set tmargin at screen 0.60493
set border 3 linecolor '#404040'
if (medium eq 'web') set label 40 'epoch' at screen 0.405,0.08012 center
if (medium eq 'web') set label 1 'singular value / 16.99' at screen 0.03198,0.34041 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example).'.'}' at screen 0.095,0.05116 left textcolor '#404040'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53469,0.20339 center
if (medium eq 'slides') set label 1 'singular value / 16.99' at screen 0.02812,0.41673 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot,'.'}' at screen 0.0075,0.16099 left textcolor '#404040'
if (medium eq 'slides') set label 21 '{/*0.88 '.'for example).'.'}' at screen 0.0075,0.12865 left textcolor '#404040'
if (medium eq 'paper') set label 40 'epoch' at screen 0.56053,0.27169 center
if (medium eq 'paper') set label 1 'singular value / 16.99' at screen 0.04907,0.48018 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs'.'}' at screen 0.01309,0.23728 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'that are not correlated and equally strong (one-hot, for'.'}' at screen 0.01309,0.21104 left textcolor '#404040'
if (medium eq 'paper') set label 22 '{/*0.88 '.'example).'.'}' at screen 0.01309,0.1848 left textcolor '#404040'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74802,0.53024 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.10196 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.16315 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
plot $loss_and_modes using 1:3 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     $loss_and_modes using 1:4 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     $loss_and_modes using 1:5 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497'

unset multiplot
