# illusion: Prediction for Parrot cannot_speak of parrot-speak, and singular values; shaded: wrong side
#
# Draw it again:   gnuplot illusion.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" illusion.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'illusion.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1142,593 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2284,1186 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.9in,6.18in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,1016 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1524 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,10.58in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,500 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2000 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.21in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $illusion has the columns 1 epoch, 2 probe, 3 theory, 4 shallow, 5 mode_1, 6 mode_2, 7 mode_3, 8 mode_4, 9 mode_5, 10 mode_6, 11 mode_7, 12 mode_8
set table $illusion; plot 'illusion.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08319
if (medium eq 'web') set rmargin at screen 0.63923
if (medium eq 'web') set bmargin at screen 0.15683
if (medium eq 'web') set tmargin at screen 0.92411
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.89434
if (medium eq 'slides') set bmargin at screen 0.72362
if (medium eq 'slides') set tmargin at screen 0.93622
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.81562
if (medium eq 'paper') set bmargin at screen 0.65311
if (medium eq 'paper') set tmargin at screen 0.9424
set border 11 linecolor '#404040'
set title 'Prediction for Parrot cannot\_speak (target −1)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.36121,0.0645 center
if (medium eq 'web') set label 1 'Prediction for Parrot cannot\_speak' at screen 0.0188,0.54047 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.6988,0.54047 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00657,0.02206 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.50344,0.6374 center
if (medium eq 'slides') set label 1 'Prediction for Parrot…' at screen 0.02063,0.81019 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97938,0.82992 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.0206 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.50601,0.57525 center
if (medium eq 'paper') set label 1 'Prediction for Parrot cannot\_s…' at screen 0.03599,0.77308 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.79776 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'parrot-speak · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.0186 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-1.05:1.05]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [-1.05:1.05]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [-1.05:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set y2range [0:165.6]
if (medium eq 'web') set y2tics out nomirror 50
if (medium eq 'slides') set y2range [0:165.6]
if (medium eq 'slides') set y2tics out nomirror 100
if (medium eq 'paper') set y2range [0:165.6]
if (medium eq 'paper') set y2tics out nomirror 50
if (medium eq 'web') set key at screen 0.71587,0.92411 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.61614 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -7
if (medium eq 'paper') set key at screen 0.01309,0.55605 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -7
set object rectangle from first 87.5, graph 0 to first 144.5, graph 1 behind fillcolor rgb '#fbe3d6' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first -1 to graph 1, first -1 nohead back linecolor rgb '#999999' linewidth 1.5 dashtype 2
plot NaN with dots linecolor rgb '#ffffff' title 'left axis:', \
     NaN with lines linecolor rgb '#aa3377' linewidth 5 dashtype 1 title 'prediction', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 2 title 'target', \
     NaN with lines linecolor rgb '#404040' linewidth 2 dashtype 3 title 'without a hidden layer, ε = 0.025', \
     NaN with lines linecolor rgb '#fbe3d6' linewidth 10 dashtype 1 title 'on the wrong side', \
     NaN with dots linecolor rgb '#ffffff' title 'right axis:', \
     NaN with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 1 title 'mode 1: 157.7', \
     NaN with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 1 title 'mode 2: 121.8', \
     NaN with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 title 'mode 3: 100.5', \
     NaN with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 title 'mode 4: 100.3', \
     NaN with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 title 'mode 5: 71.42', \
     NaN with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 title 'mode 6: 71.23', \
     NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     $illusion using 1:5 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:6 axes x1y2 with lines linecolor rgb '#d55e00' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:7 axes x1y2 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:8 axes x1y2 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:9 axes x1y2 with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:10 axes x1y2 with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:11 axes x1y2 with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:12 axes x1y2 with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 notitle, \
     $illusion using 1:4 with lines linecolor rgb '#404040' linewidth 2 dashtype 3 notitle, \
     $illusion using 1:2 with lines linecolor rgb '#aa3377' linewidth 5 dashtype 1 notitle, \
     $illusion using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
