# illusion-modes: Contribution of each mode to the prediction for Penguin can_fly, and the predicted plateaus
#
# Draw it again:   gnuplot illusion-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-modes.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" illusion-modes.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'illusion-modes.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,593 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1186 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,6.18in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,465 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1860 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.84in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $illusion_modes has the columns 1 epoch, 2 probe, 3 theory, 4 from_1, 5 to_1, 6 from_2, 7 to_2, 8 from_3, 9 to_3, 10 from_4, 11 to_4, 12 from_5, 13 to_5, 14 from_6, 15 to_6, 16 from_down, 17 to_down, 18 from_remainder, 19 to_remainder
set table $illusion_modes; plot 'illusion-modes.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(21)."\t".strcol(22)."\t".strcol(23)."\t".strcol(24)."\t".strcol(25)."\t".strcol(26)."\t".strcol(27)."\t".strcol(28)."\t".strcol(29)."\t".strcol(30)."\t".strcol(31)."\t".strcol(32)."\t".strcol(33)."\t".strcol(34)."\t".strcol(35)."\t".strcol(36)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.7
if (medium eq 'web') set bmargin at screen 0.15683
if (medium eq 'web') set tmargin at screen 0.92411
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.55913
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.58409
if (medium eq 'paper') set tmargin at screen 0.93806
set border 3 linecolor '#404040'
set title 'Prediction for Penguin can\_fly, mode by mode' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.39318,0.0645 center
if (medium eq 'web') set label 1 'prediction' at screen 0.01951,0.54047 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02206 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.54064,0.43747 center
if (medium eq 'slides') set label 1 'prediction' at screen 0.02063,0.73457 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.57092,0.50036 center
if (medium eq 'paper') set label 1 'prediction' at screen 0.03599,0.76108 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02 left textcolor '#707070'
if (medium eq 'web') set xrange [0:350]
if (medium eq 'web') set xtics out nomirror 50
if (medium eq 'slides') set xrange [0:350]
if (medium eq 'slides') set xtics out nomirror 50
if (medium eq 'paper') set xrange [0:350]
if (medium eq 'paper') set xtics out nomirror 100
if (medium eq 'web') set yrange [-2.29:1.3]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [-2.29:1.3]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [-2.29:1.3]
if (medium eq 'paper') set ytics out nomirror 1
if (medium eq 'web') set key at screen 0.72547,0.92411 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.40747 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.47971 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first -0.640627817661924 to graph 1, first -0.640627817661924 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first -0.2941656944203665 to graph 1, first -0.2941656944203665 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first 0.4813456365413537 to graph 1, first 0.4813456365413537 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first -0.9999999999999986 to graph 1, first -0.9999999999999986 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
plot $illusion_modes using 1:4:5 with filledcurves fillcolor rgb '#0072b2' fillstyle solid 0.65 noborder title 'mode 1', \
     $illusion_modes using 1:6:7 with filledcurves fillcolor rgb '#d55e00' fillstyle solid 0.65 noborder title 'mode 2', \
     $illusion_modes using 1:8:9 with filledcurves fillcolor rgb '#009e73' fillstyle solid 0.65 noborder title 'mode 3', \
     $illusion_modes using 1:10:11 with filledcurves fillcolor rgb '#e69f00' fillstyle solid 0.65 noborder title 'mode 4', \
     $illusion_modes using 1:12:13 with filledcurves fillcolor rgb '#56b4e9' fillstyle solid 0.65 noborder title 'mode 5', \
     $illusion_modes using 1:14:15 with filledcurves fillcolor rgb '#cc79a7' fillstyle solid 0.65 noborder title 'mode 6', \
     $illusion_modes using 1:16:17 with filledcurves fillcolor rgb '#999999' fillstyle solid 0.65 noborder title 'modes 7–16: downward', \
     $illusion_modes using 1:18:19 with filledcurves fillcolor rgb '#000000' fillstyle solid 0.65 noborder title 'interaction between modes', \
     NaN with lines linecolor rgb '#404040' linewidth 1 dashtype 3 title 'predicted plateaus', \
     $illusion_modes using 1:2 with lines linecolor rgb '#aa3377' linewidth 5 dashtype 1 title 'prediction (sum)', \
     $illusion_modes using 1:3 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory'
