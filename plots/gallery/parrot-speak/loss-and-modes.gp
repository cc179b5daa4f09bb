# loss-and-modes: Loss, and singular values of the end-to-end map divided by the largest, of parrot-speak
#
# Draw it again:   gnuplot loss-and-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" loss-and-modes.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" loss-and-modes.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'loss-and-modes.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1004,753 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2008,1506 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.46in,7.84in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,909 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1364 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,9.47in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,505 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2020 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.26in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $loss_and_modes has the columns 1 epoch, 2 loss, 3 theory, 4 relative_1, 5 relative_2, 6 relative_3, 7 relative_4, 8 relative_5, 9 relative_6, 10 relative_7, 11 relative_8
set table $loss_and_modes; plot 'loss-and-modes.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09462
if (medium eq 'web') set rmargin at screen 0.71215
if (medium eq 'web') set bmargin at screen 0.55511
if (medium eq 'web') set tmargin at screen 0.94024
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.69109
if (medium eq 'slides') set tmargin at screen 0.92871
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.70988
if (medium eq 'paper') set tmargin at screen 0.94297
set border 3 linecolor '#404040'
set title 'Loss and modes' offset 0,-0.3
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.03185,0.74768 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00747,0.01737 left textcolor '#707070'
if (medium eq 'slides') set label 1 'loss (mean squar…' at screen 0.02063,0.80722 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02302 left textcolor '#707070'
if (medium eq 'paper') set label 1 'loss (mean squared e…' at screen 0.03599,0.82112 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.01842 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
set format x ''
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.73705,0.94024 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.65941 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
if (medium eq 'paper') set key at screen 0.01309,0.68453 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
plot $loss_and_modes using 1:2 with lines linecolor rgb '#a6a6a6' linewidth 5 dashtype 1 title 'loss', \
     $loss_and_modes using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09462
if (medium eq 'web') set rmargin at screen 0.71215
if (medium eq 'web') set bmargin at screen 0.12351
if (medium eq 'web') set tmargin at screen 0.51527
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.35234
if (medium eq 'slides') set tmargin at screen 0.58997
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.39186
if (medium eq 'paper') set tmargin at screen 0.62898
set border 3 linecolor '#404040'
if (medium eq 'web') set label 40 'epoch' at screen 0.40339,0.0508 center
if (medium eq 'web') set label 1 'singular value / 157.7' at screen 0.03185,0.31939 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.25597 center
if (medium eq 'slides') set label 1 'singular value / 157.7' at screen 0.02063,0.45523 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.31477 center
if (medium eq 'paper') set label 1 'singular value / 157.7' at screen 0.03599,0.51042 center rotate by 90
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74005,0.51527 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.23221 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.29576 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
plot $loss_and_modes using 1:4 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 157.7', \
     $loss_and_modes using 1:5 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 121.8', \
     $loss_and_modes using 1:6 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 100.5', \
     $loss_and_modes using 1:7 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 100.3', \
     $loss_and_modes using 1:8 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 71.42', \
     $loss_and_modes using 1:9 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 71.23', \
     $loss_and_modes using 1:10 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     $loss_and_modes using 1:11 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle

unset multiplot
