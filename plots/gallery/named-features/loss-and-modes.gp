# loss-and-modes: Loss, and singular values of the end-to-end map divided by the largest, of named-features
#
# Draw it again:   gnuplot loss-and-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" loss-and-modes.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" loss-and-modes.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'loss-and-modes.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1000,753 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2000,1506 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.42in,7.84in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,826 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1239 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,8.6in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,483 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1932 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.03in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $loss_and_modes has the columns 1 epoch, 2 loss, 3 theory, 4 relative_1, 5 relative_2, 6 relative_3, 7 relative_4, 8 relative_5, 9 relative_6
set table $loss_and_modes; plot 'loss-and-modes.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.55511
if (medium eq 'web') set tmargin at screen 0.94024
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.66005
if (medium eq 'slides') set tmargin at screen 0.92155
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.70011
if (medium eq 'paper') set tmargin at screen 0.94037
set border 3 linecolor '#404040'
set title 'Loss and modes' offset 0,-0.3
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.03198,0.74768 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.0075,0.01737 left textcolor '#707070'
if (medium eq 'slides') set label 1 'loss (mean squar…' at screen 0.02063,0.78785 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02534 left textcolor '#707070'
if (medium eq 'paper') set label 1 'loss (mean squared…' at screen 0.03599,0.82024 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'named-features · η = 2 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.01926 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'web') set format x ''
if (medium eq 'slides') set xrange [0:1000]
if (medium eq 'slides') set xtics out nomirror 100
if (medium eq 'slides') set format x ''
if (medium eq 'paper') set xrange [0:1000]
if (medium eq 'paper') set xtics out nomirror 200
if (medium eq 'paper') set format x ''
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74,0.94024 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.62518 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
if (medium eq 'paper') set key at screen 0.01309,0.67361 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
plot $loss_and_modes using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     $loss_and_modes using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.095
if (medium eq 'web') set rmargin at screen 0.715
if (medium eq 'web') set bmargin at screen 0.12351
if (medium eq 'web') set tmargin at screen 0.51527
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.28726
if (medium eq 'slides') set tmargin at screen 0.54877
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.37112
if (medium eq 'paper') set tmargin at screen 0.61552
set border 3 linecolor '#404040'
if (medium eq 'web') set label 40 'epoch' at screen 0.405,0.0508 center
if (medium eq 'web') set label 1 'singular value / 5.828' at screen 0.03198,0.31939 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.53094,0.18121 center
if (medium eq 'slides') set label 1 'singular value / 5.828' at screen 0.02063,0.40049 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.55399,0.29051 center
if (medium eq 'paper') set label 1 'singular value / 5.828' at screen 0.03599,0.49332 center rotate by 90
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
if (medium eq 'web') set key at screen 0.74802,0.51527 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.15506 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.27063 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
plot $loss_and_modes using 1:4 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 5.828', \
     $loss_and_modes using 1:5 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 5.016', \
     $loss_and_modes using 1:6 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 3.029', \
     $loss_and_modes using 1:7 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 2.955', \
     $loss_and_modes using 1:8 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 1.29', \
     $loss_and_modes using 1:9 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 1.138'

unset multiplot
