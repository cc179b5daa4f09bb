# forgetting: The loss of each item of new-item over its history
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
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,721 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1082 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.51in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,431 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1724 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.49in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $forgetting has the columns 1 epoch, 2 first_item_1, 3 first_item_2, 4 first_item_3, 5 first_item_4, 6 first_item_5, 7 first_item_6, 8 first_item_7, 9 first_item_8
set table $forgetting; plot 'forgetting.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.71818
if (medium eq 'web') set bmargin at screen 0.19598
if (medium eq 'web') set tmargin at screen 0.92462
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.49597
if (medium eq 'slides') set tmargin at screen 0.91012
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.56771
if (medium eq 'paper') set tmargin at screen 0.93318
set border 3 linecolor '#404040'
set title 'Loss of each item, against what is taught first' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40227,0.10427 center
if (medium eq 'web') set label 1 'loss of an item' at screen 0.02907,0.5603 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Oak alone: no theory is drawn, with a hidden layer it is known for items that are shown equally often.'.'}' at screen 0.08636,0.06658 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.00682,0.02191 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.53407,0.37447 center
if (medium eq 'slides') set label 1 'loss of an item' at screen 0.02063,0.70305 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Oak alone: no theory is drawn, with a hidden layer it is known for items that are shown equally often.'.'}' at screen 0.09941,0.32454 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.00938,0.02903 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.55945,0.47738 center
if (medium eq 'paper') set label 1 'loss of an item' at screen 0.03599,0.75045 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Oak alone: no theory is drawn, with a hidden layer it is known'.'}' at screen 0.01309,0.44026 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'for items that are shown equally often.'.'}' at screen 0.01309,0.41195 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'new-item · η = 100 · γ = 0.001 · seed 2021'.'}' at screen 0.01636,0.02158 left textcolor '#707070'
if (medium eq 'web') set xrange [0:121]
if (medium eq 'web') set xtics out nomirror 20
if (medium eq 'slides') set xrange [0:121]
if (medium eq 'slides') set xtics out nomirror 20
if (medium eq 'paper') set xrange [0:121]
if (medium eq 'paper') set xtics out nomirror 50
if (medium eq 'web') set yrange [0:1.05]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [0:1.05]
if (medium eq 'slides') set ytics out nomirror 0.5
if (medium eq 'paper') set yrange [0:1.05]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.74365,0.92462 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29312 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -5
if (medium eq 'paper') set key at screen 0.01309,0.38858 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -5
set arrow from first 0, graph 0 to first 0, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'without Oak'.'}' at first 0, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
set arrow from first 100, graph 0 to first 100, graph 1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set label '{/*0.88 '.'Oak alone'.'}' at first 100, graph 0.03 left rotate by 90 offset character 0.8, 0 front textcolor '#404040'
plot $forgetting using 1:2 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 1 title 'Goldfish', \
     $forgetting using 1:3 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 1 title 'Tuna', \
     $forgetting using 1:4 with lines linecolor rgb '#56b4e9' linewidth 1.5 dashtype 1 title 'Robin', \
     $forgetting using 1:5 with lines linecolor rgb '#cc79a7' linewidth 1.5 dashtype 1 title 'Canary', \
     $forgetting using 1:6 with lines linecolor rgb '#009e73' linewidth 1.5 dashtype 3 title 'Rose', \
     $forgetting using 1:7 with lines linecolor rgb '#e69f00' linewidth 1.5 dashtype 3 title 'Daisy', \
     $forgetting using 1:8 with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'Pine (nearest relative)', \
     $forgetting using 1:9 with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'Oak (new)'
