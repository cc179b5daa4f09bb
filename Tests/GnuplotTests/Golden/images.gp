# images: Images side by side
#
# Draw it again:   gnuplot images.gp
# As PNG or PDF:   gnuplot -e "format='png'" images.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" images.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'images.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1000,800 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2000,1600 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.42in,8.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,647 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2588 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,6.74in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.1
if (medium eq 'web') set rmargin at screen 0.4
if (medium eq 'web') set bmargin at screen 0.6
if (medium eq 'web') set tmargin at screen 0.9
if (medium eq 'slides') set lmargin at screen 0.09317
if (medium eq 'slides') set rmargin at screen 0.38157
if (medium eq 'slides') set bmargin at screen 0.58668
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.16258
if (medium eq 'paper') set rmargin at screen 0.29333
if (medium eq 'paper') set bmargin at screen 0.79002
if (medium eq 'paper') set tmargin at screen 0.95549
set border 15 linecolor '#404040'
set title 'Cells' offset 0,-0.3
if (medium eq 'web') set label 3 'dot product' at screen 0.48252,0.75 center rotate by 90
if (medium eq 'slides') set label 3 'dot product' at screen 0.48472,0.74834 center rotate by 90
if (medium eq 'paper') set label 3 'dot product' at screen 0.47334,0.87275 center rotate by 90
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('Rose' 0, 'Oak' 1, 'Pine' 2)
set yrange [1.5:-0.5]
set ytics out scale 0 nomirror ('first' 0, 'second' 1)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-3:3]
if (medium eq 'web') set colorbox user origin screen 0.4105,0.6 size screen 0.0135,0.3
if (medium eq 'web') set cbtics out nomirror 1
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-3:3]
if (medium eq 'slides') set colorbox user origin screen 0.39469,0.58668 size screen 0.01688,0.32332
if (medium eq 'slides') set cbtics out nomirror 2
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-3:3]
if (medium eq 'paper') set colorbox user origin screen 0.31623,0.79002 size screen 0.02945,0.16547
if (medium eq 'paper') set cbtics out nomirror 2
plot 'matrix.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.6
if (medium eq 'web') set rmargin at screen 0.9
if (medium eq 'web') set bmargin at screen 0.6
if (medium eq 'web') set tmargin at screen 0.9
if (medium eq 'slides') set lmargin at screen 0.54004
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.58668
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.56986
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.79002
if (medium eq 'paper') set tmargin at screen 0.95549
set border 15 linecolor '#404040'
unset xtics
set ytics out nomirror
set format y ''
unset key
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [0:16]
unset colorbox
plot 'large.tsv' skip 1 matrix using 1:2:3 with image notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.1
if (medium eq 'web') set rmargin at screen 0.4
if (medium eq 'web') set bmargin at screen 0.1
if (medium eq 'web') set tmargin at screen 0.4
if (medium eq 'slides') set lmargin at screen 0.03314
if (medium eq 'slides') set rmargin at screen 0.37777
if (medium eq 'slides') set bmargin at screen 0.11
if (medium eq 'slides') set tmargin at screen 0.43332
if (medium eq 'paper') set lmargin at screen 0.05782
if (medium eq 'paper') set rmargin at screen 0.80034
if (medium eq 'paper') set bmargin at screen 0.41741
if (medium eq 'paper') set tmargin at screen 0.71417
set border 15 linecolor '#404040'
if (medium eq 'web') set xrange [-0.5:9.5]
if (medium eq 'web') set xtics out nomirror 2
if (medium eq 'slides') set xrange [-0.5:9.5]
if (medium eq 'slides') set xtics out nomirror 2
if (medium eq 'paper') set xrange [-0.5:9.5]
if (medium eq 'paper') set xtics out nomirror 1
set yrange [1.5:-0.5]
set ytics out scale 0 nomirror ('a' 0, 'b' 1)
unset key
if (medium eq 'web') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'web') set cbrange [-1:1]
if (medium eq 'web') set colorbox user origin screen 0.4105,0.1 size screen 0.0135,0.3
if (medium eq 'web') set cbtics out scale 0 nomirror ('no' -0.5, '100 %%' 0.5)
if (medium eq 'slides') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'slides') set cbrange [-1:1]
if (medium eq 'slides') set colorbox user origin screen 0.3909,0.11 size screen 0.01688,0.32332
if (medium eq 'slides') set cbtics out scale 0 nomirror ('no' -0.5, '100 %%' 0.5)
if (medium eq 'paper') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'paper') set cbrange [-1:1]
if (medium eq 'paper') set colorbox user origin screen 0.82325,0.41741 size screen 0.02945,0.29675
if (medium eq 'paper') set cbtics out scale 0 nomirror ('no' -0.5, '100 %%' 0.5)
plot 'runs.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.6
if (medium eq 'web') set rmargin at screen 0.9
if (medium eq 'web') set bmargin at screen 0.1
if (medium eq 'web') set tmargin at screen 0.4
if (medium eq 'slides') set lmargin at screen 0.5644
if (medium eq 'slides') set rmargin at screen 0.96529
if (medium eq 'slides') set bmargin at screen 0.11
if (medium eq 'slides') set tmargin at screen 0.43332
if (medium eq 'paper') set lmargin at screen 0.12602
if (medium eq 'paper') set rmargin at screen 0.93943
if (medium eq 'paper') set bmargin at screen 0.05471
if (medium eq 'paper') set tmargin at screen 0.35147
set border 3 linecolor '#404040'
if (medium eq 'web') set xrange [-1:2]
if (medium eq 'web') set xtics out nomirror 1
if (medium eq 'slides') set xrange [-1:2]
if (medium eq 'slides') set xtics out nomirror 1
if (medium eq 'paper') set xrange [-1:2]
if (medium eq 'paper') set xtics out nomirror 0.5
if (medium eq 'web') set yrange [0:3]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [0:3]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [0:3]
if (medium eq 'paper') set ytics out nomirror 0.5
set key top right samplen 2 spacing 1.15
plot 'edges.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#000000' linewidth 2 dashtype 1 notitle, \
     'nodes.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle

unset multiplot
