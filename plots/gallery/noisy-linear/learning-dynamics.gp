# learning-dynamics: Loss and singular values of the end-to-end map of noisy-linear over time
#
# Draw it again:   gnuplot learning-dynamics.gp
# As PNG or PDF:   gnuplot -e "format='png'" learning-dynamics.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" learning-dynamics.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'learning-dynamics.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,597 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1194 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,6.22in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,394 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1576 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.1in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $learning_dynamics has the columns 1 epoch, 2 loss, 3 mode_1, 4 mode_2, 5 mode_3
set table $learning_dynamics; plot 'learning-dynamics.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.66364
if (medium eq 'web') set bmargin at screen 0.19598
if (medium eq 'web') set tmargin at screen 0.92462
if (medium eq 'slides') set lmargin at screen 0.1069
if (medium eq 'slides') set rmargin at screen 0.90685
if (medium eq 'slides') set bmargin at screen 0.41807
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18654
if (medium eq 'paper') set rmargin at screen 0.83745
if (medium eq 'paper') set bmargin at screen 0.55796
if (medium eq 'paper') set tmargin at screen 0.9269
set border 11 linecolor '#404040'
set title 'Learning dynamics' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.375,0.10427 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.02362,0.5603 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.71638,0.5603 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example).'.'}' at screen 0.08636,0.06658 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00682,0.02191 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.50687,0.2964 center
if (medium eq 'slides') set label 1 'loss (mean squared error)' at screen 0.02063,0.66403 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97937,0.66403 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot,'.'}' at screen 0.0075,0.2464 left textcolor '#404040'
if (medium eq 'slides') set label 21 '{/*0.88 '.'for example).'.'}' at screen 0.0075,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.512,0.45915 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.74243 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.74243 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'No theory is drawn: with a hidden layer it is known for inputs'.'}' at screen 0.01309,0.41854 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'that are not correlated and equally strong (one-hot, for'.'}' at screen 0.01309,0.38757 left textcolor '#404040'
if (medium eq 'paper') set label 22 '{/*0.88 '.'example).'.'}' at screen 0.01309,0.3566 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · η = 0.04678 · γ = 1 · seed 2021'.'}' at screen 0.01636,0.02361 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 100
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 500
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
set y2range [0:17.84]
set y2tics out nomirror 5
if (medium eq 'web') set key at screen 0.74091,0.92462 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.33104 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 16.99', \
     NaN with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 4.914', \
     NaN with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 2.497', \
     $learning_dynamics using 1:3 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:4 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:5 axes x1y2 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 notitle, \
     $learning_dynamics using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 notitle
