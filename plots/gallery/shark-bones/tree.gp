# tree: The diffusion tree of shark-bones
#
# Draw it again:   gnuplot tree.gp
# As PNG or PDF:   gnuplot -e "format='png'" tree.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" tree.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'tree.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 900,560 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 1800,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 9.38in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,277 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1108 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.89in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.10556
if (medium eq 'web') set rmargin at screen 0.96667
if (medium eq 'web') set bmargin at screen 0.11607
if (medium eq 'web') set tmargin at screen 0.91964
if (medium eq 'slides') set lmargin at screen 0.06032
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.14147
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.10527
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.25566
if (medium eq 'paper') set tmargin at screen 0.85367
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'Each feature starts at the root; every branch flips its sign with probability 0.15' offset 0,-0.3
if (medium eq 'slides') set title 'Each feature starts at the root; every branch flips its sign with probability 0.15' offset 0,-0.3
if (medium eq 'web') set label 1 'level' at screen 0.07027,0.51786 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.00833,0.02336 left textcolor '#707070'
if (medium eq 'slides') set label 1 'level' at screen 0.02062,0.52573 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 1 'level' at screen 0.03599,0.55467 center rotate by 90
if (medium eq 'paper') set label 10 'Each feature starts at the root; every branch flips its sign' at screen 0.50352,0.94609 center
if (medium eq 'paper') set label 11 'with probability 0.15' at screen 0.50352,0.89603 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.01636,0.03358 left textcolor '#707070'
if (medium eq 'web') set xrange [-0.5:7.5]
if (medium eq 'web') set xtics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
if (medium eq 'slides') set xrange [-0.5:7.5]
if (medium eq 'slides') set xtics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
if (medium eq 'paper') set xrange [-0.5:7.5]
if (medium eq 'paper') set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [3.15:-0.25]
set ytics out scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3)
unset key
plot 'tree-branches.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#404040' linewidth 2 dashtype 1 notitle, \
     'tree-nodes.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle
