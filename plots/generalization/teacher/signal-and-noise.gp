# signal-and-noise: Signal and noise among the modes of teacher
#
# Draw it again:   gnuplot signal-and-noise.gp
# As PNG or PDF:   gnuplot -e "format='png'" signal-and-noise.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" signal-and-noise.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'signal-and-noise.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1104,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2208,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.5in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,437 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1748 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.55in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $signal_and_noise has the columns 1 epoch, 2 mode_1, 3 mode_2, 4 mode_3, 5 mode_4, 6 mode_5, 7 mode_6
set table $signal_and_noise; plot 'signal-and-noise.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08605
if (medium eq 'web') set rmargin at screen 0.71558
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96248
if (medium eq 'slides') set bmargin at screen 0.50147
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.93452
if (medium eq 'paper') set bmargin at screen 0.57875
if (medium eq 'paper') set tmargin at screen 0.9341
set border 3 linecolor '#404040'
set title 'Signal and noise' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40082,0.06675 center
if (medium eq 'web') set label 1 'singular value' at screen 0.02896,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.00679,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53094,0.3798 center
if (medium eq 'slides') set label 1 'singular value' at screen 0.02063,0.70573 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55399,0.48965 center
if (medium eq 'paper') set label 1 'singular value' at screen 0.03599,0.75642 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · η = 50 · γ = 0.001 · seed 2021'.'}' at screen 0.01636,0.02128 left textcolor '#707070'
if (medium eq 'web') set xrange [0:2000]
if (medium eq 'web') set xtics out nomirror 200
if (medium eq 'slides') set xrange [0:2000]
if (medium eq 'slides') set xtics out nomirror 200
if (medium eq 'paper') set xrange [0:2000]
if (medium eq 'paper') set xtics out nomirror 500
if (medium eq 'web') set yrange [0:3.411]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [0:3.411]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [0:3.411]
if (medium eq 'paper') set ytics out nomirror 1
if (medium eq 'web') set key at screen 0.74549,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.3498 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.46769 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
set object rectangle from first 148.5, graph 0 to first 153.5, graph 1 behind fillcolor rgb '#cccccc' fillstyle solid noborder
set arrow from graph 0, first 3.248931448269655 to graph 1, first 3.248931448269655 nohead back linecolor rgb '#000000' linewidth 1.5 dashtype 2
set arrow from graph 0, first 1.7071067811865475 to graph 1, first 1.7071067811865475 nohead back linecolor rgb '#000000' linewidth 1.5 dashtype 3
plot NaN with lines linecolor rgb '#cccccc' linewidth 10 dashtype 1 title 'best moment to stop: 151', \
     $signal_and_noise using 1:2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'mode 1: 3.117', \
     $signal_and_noise using 1:3 with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'mode 2: 1.643', \
     $signal_and_noise using 1:4 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'mode 3: 1.588', \
     $signal_and_noise using 1:5 with lines linecolor rgb '#e69f00' linewidth 2 dashtype 1 title 'mode 4: 1.547', \
     $signal_and_noise using 1:6 with lines linecolor rgb '#56b4e9' linewidth 2 dashtype 1 title 'mode 5: 1.486', \
     $signal_and_noise using 1:7 with lines linecolor rgb '#cc79a7' linewidth 2 dashtype 1 title 'mode 6: 1.467', \
     'signal-and-noise-others.tsv' using 'epoch':'value' with lines linecolor rgb '#999999' linewidth 1.5 dashtype 1 title 'modes 7–50: 1.43 … 0.314', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'signal in infinite data', \
     NaN with lines linecolor rgb '#000000' linewidth 1.5 dashtype 3 title 'where noise ends: 1.707'
