# forgetting: The loss of each item of penguin-fly over its history
#
# Draw it again:   gnuplot forgetting.gp
# As PNG or PDF:   gnuplot -e "format='png'" forgetting.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" forgetting.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'forgetting.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,597 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1194 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,6.22in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,339 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1356 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.53in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $forgetting has the columns 1 epoch, 2 first_old, 3 first_new, 4 first_item_2
set table $forgetting; plot 'forgetting.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.19598
if (medium eq 'web') set tmargin at screen 0.92462
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.37993
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.4504
if (medium eq 'paper') set tmargin at screen 0.91504
set border 3 linecolor '#404040'
set title 'Loss of each item, against what is taught first' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.10427 center
if (medium eq 'web') set label 1 'loss of an item' at screen 0.02907,0.5603 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Penguin alone: no theory is drawn, with a hidden layer it is known for items that are shown equally often.'.'}' at screen 0.08636,0.06658 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00682,0.02191 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.25827 center
if (medium eq 'slides') set label 1 'loss of an item' at screen 0.02063,0.64497 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Penguin alone: no theory is drawn, with a hidden layer it is known for items that are shown equally often.'.'}' at screen 0.0075,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.33555 center
if (medium eq 'paper') set label 1 'loss of an item' at screen 0.03599,0.68272 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Penguin alone: no theory is drawn, with a hidden layer it is'.'}' at screen 0.01309,0.28835 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'known for items that are shown equally often.'.'}' at screen 0.01309,0.25236 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'penguin-fly · η = 150 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.02744 left textcolor '#707070'
if (medium eq 'web') set xrange [0:380]
if (medium eq 'web') set xtics out nomirror 50
if (medium eq 'slides') set xrange [0:380]
if (medium eq 'slides') set xtics out nomirror 50
if (medium eq 'paper') set xrange [0:380]
if (medium eq 'paper') set xtics out nomirror 100
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.2
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74365,0.92462 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -5
if (medium eq 'paper') set key at screen 0.01309,0.22265 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -5
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'without Penguin'.'}' at first 0, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
set arrow from first 350, graph 0 to first 350, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'Penguin alone'.'}' at first 350, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
plot $forgetting using 1:2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'old items (mean)', \
     $forgetting using 1:3 with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'Penguin (new)', \
     $forgetting using 1:4 with lines linecolor rgb '#009e73' linewidth 2 dashtype 1 title 'Canary (nearest relative)'
