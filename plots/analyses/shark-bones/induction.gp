# induction: How far a property that is taught of Shark spreads in shark-bones
#
# Draw it again:   gnuplot induction.gp
# As PNG or PDF:   gnuplot -e "format='png'" induction.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" induction.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'induction.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,403 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1612 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.2in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $induction has the columns 1 epoch, 2 item_2, 3 item_3, 4 item_4, 5 item_5, 6 item_6, 7 item_7, 8 item_8
set table $induction; plot 'induction.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.4438
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.53768
if (medium eq 'paper') set tmargin at screen 0.92854
set border 3 linecolor '#404040'
set title 'A new property is taught of Shark' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.06675 center
if (medium eq 'web') set label 1 'prediction for other items' at screen 0.02907,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.32213 center
if (medium eq 'slides') set label 1 'prediction for other items' at screen 0.02063,0.6769 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.44107 center
if (medium eq 'paper') set label 1 'prediction for other items' at screen 0.03599,0.73311 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02308 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-0.13:1.1]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [-0.13:1.1]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [-0.13:1.1]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74365,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29213 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -4
if (medium eq 'paper') set key at screen 0.01309,0.41725 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -4
set object rectangle from first 92.5, graph 0 to first 93.5, graph 1 behind fillcolor rgb '#e4e4e4' fillstyle solid noborder
set object rectangle from first 116.5, graph 0 to first 117.5, graph 1 behind fillcolor rgb '#e4e4e4' fillstyle solid noborder
set object rectangle from first 137.5, graph 0 to first 138.5, graph 1 behind fillcolor rgb '#e4e4e4' fillstyle solid noborder
set object rectangle from first 187.5, graph 0 to first 188.5, graph 1 behind fillcolor rgb '#e4e4e4' fillstyle solid noborder
set object rectangle from first 249.5, graph 0 to first 250.5, graph 1 behind fillcolor rgb '#e4e4e4' fillstyle solid noborder
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot NaN with lines linecolor rgb '#e4e4e4' linewidth 10 dashtype 1 title 'epochs in the findings', \
     $induction using 1:2 with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'Tuna', \
     $induction using 1:3 with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'Robin', \
     $induction using 1:4 with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 2 title 'Canary', \
     $induction using 1:5 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'Rose', \
     $induction using 1:6 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 2 title 'Daisy', \
     $induction using 1:7 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 3 title 'Pine', \
     $induction using 1:8 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 4 title 'Oak'
